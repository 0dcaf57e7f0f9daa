/// What somebody wrote, as it stands in a fault: on one line, and not longer than a reader needs.
package enum ConfigurationQuote {
    /// The path of a value for a sentence that begins with it.
    package static func path(_ path: String) -> String {
        path.isEmpty ? "the configuration" : path
    }

    /// The path of a key within a mapping.
    package static func path(_ path: String, key: String) -> String {
        path.isEmpty ? plain(key) : "\(path).\(plain(key))"
    }

    /// A text without anything that could break the line or hide in it.
    package static func plain(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars.prefix(ConfigurationLimits.quoted) {
            quoted.unicodeScalars.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
        }
        if text.unicodeScalars.count > ConfigurationLimits.quoted { quoted += "…" }
        return quoted.isEmpty ? "\"\"" : quoted
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
        default: true
        }
    }
}
