/// A file of texts by their keys, written as YAML: what an admin puts in place of what is built in.
public enum ConfigurationTexts {
    /// Reads a file; keys may be nested (`page: {continueButton: Go on}`) or joined by dots.
    ///
    /// - Parameter keys: what a text may be called.
    /// - Throws: everything that is wrong with it; a key that nobody knows is a fault.
    public static func read(file: String, keys: Set<String>) throws(ConfigurationError) -> [String: String] {
        var texts: [String: String] = [:]
        let faults = ConfigurationFaults()
        let source = ConfigurationSources(onlyFile: file, faults: faults)
        for source in source.sources {
            guard let tree = ConfigurationDocument.tree(of: source, faults: faults) else { continue }
            take(ConfigurationReader(node: tree, path: "", faults: faults), prefix: "", keys, &texts)
        }
        guard faults.all.isEmpty else { throw ConfigurationError(faults.all) }
        return texts
    }

    private static func take(
        _ reader: ConfigurationReader, prefix: String, _ keys: Set<String>, _ texts: inout [String: String]
    ) {
        for (key, place, value) in reader.entries() {
            let name = prefix + key
            if case .mapping = value.node.content {
                take(value, prefix: name + ".", keys, &texts)
            } else if keys.contains(name) {
                texts[name] = value.anyText()
            } else {
                value.faults.report(
                    "\(name) is unknown; \(ConfigurationSpelling.advice(for: name, among: keys.sorted()))", at: place)
            }
        }
    }
}
