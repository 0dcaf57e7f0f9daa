extension ConfigurationReader {
    /// The file of a machine where nobody has named another.
    package static let defaultFile = "/etc/session-requestd/config.yaml"

    /// Reads a configuration: the file, and every `config.d/*.yaml` in its directory over it, in the order of their
    /// names. Mappings are merged, anything else is replaced.
    ///
    /// It reads files, and so may block for a moment. Nothing is kept between two calls.
    ///
    /// - Parameters:
    ///   - file: the file; nil: `defaultFile`.
    ///   - isExplicit: whether somebody named the file, so that it must be there.
    ///   - take: takes what the whole says, and reports what is wrong with it; not called when a file cannot be parsed.
    /// - Throws: everything that is wrong. Faults that keep a file from being parsed come without those of its meaning.
    package static func read(
        file: String?, isExplicit: Bool, take: (ConfigurationReader) -> Void
    ) throws(ConfigurationError) {
        let faults = ConfigurationFaults()
        let sources = ConfigurationSources(file: file ?? defaultFile, isRequired: isExplicit, faults: faults)
        let trees = sources.sources.map { ConfigurationDocument.tree(of: $0, faults: faults) }
        let nothing = ConfigurationNode(
            content: .mapping([]), place: ConfigurationPlace(file: file ?? defaultFile, number: 0))
        if trees.allSatisfy({ $0 != nil }) {
            let tree = trees.compactMap(\.self).reduce(nothing) { $0.overlaid(with: $1) }
            take(ConfigurationReader(node: tree, path: "", faults: faults))
        }
        guard faults.all.isEmpty else { throw ConfigurationError(faults.all) }
    }
}
