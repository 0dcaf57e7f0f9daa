internal import SessionRequestModel

extension ConfigurationReader {
    /// The path of a file, from the root.
    package func filePath() -> String? {
        text { (text) throws(Violation) in
            try TextRule.checkLine(text, atMost: ConfigurationLimits.path)
            guard text.hasPrefix("/"), !text.hasSuffix("/") else {
                throw Violation("must be the path of a file, with a slash at its beginning")
            }
        }
    }

    /// The address of a web page, without a slash at its end.
    package func webAddress() -> String? {
        text { (text) throws(Violation) in
            let rest = try Self.rest(ofAddress: text, without: "spaces, ? or #")
            guard !rest.contains(where: { $0 == "?" }) else { throw Violation("must not hold spaces, ? or #") }
            guard rest.last != "/" else { throw Violation("must not end with /") }
        }
    }

    /// The address of something that takes requests of HTTP.
    package func endpointAddress() -> String? {
        text { (text) throws(Violation) in _ = try Self.rest(ofAddress: text, without: "spaces or #") }
    }

    /// What follows the scheme.
    private static func rest(
        ofAddress text: String, without forbidden: String
    ) throws(Violation) -> Substring.UnicodeScalarView {
        try TextRule.checkLine(text, atMost: ConfigurationLimits.address)
        guard let prefix = ["https://", "http://"].first(where: text.hasPrefix) else {
            throw Violation("must begin with https:// or http://")
        }
        let rest = text.unicodeScalars.dropFirst(prefix.count)
        guard let first = rest.first, first != "/", first != "?" else { throw Violation("must name a host") }
        guard !rest.contains(where: { $0.properties.isWhitespace || $0 == "#" }) else {
            throw Violation("must not hold \(forbidden)")
        }
        return rest
    }

    /// The name or the address of a machine, without a port.
    package func hostName() -> String? {
        text { (text) throws(Violation) in
            try TextRule.checkToken(text, atMost: Limits.address, others: ".-:[]")
            guard text.utf8.first != UInt8(ascii: "-") else { throw Violation("must not begin with -") }
        }
    }
}
