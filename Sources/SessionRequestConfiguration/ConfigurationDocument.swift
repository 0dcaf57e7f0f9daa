internal import Yams

/// One file as a tree of values, made from YAML with bounds on everything that could grow.
struct ConfigurationDocument {
    private let source: ConfigurationSources.Source
    private let faults: ConfigurationFaults
    /// The keys that were disguised because others have the same name, by what they are called now.
    private var disguised: [Character: String] = [:]
    private var values = 0

    /// The tree of a file; nil, with faults, when it is no YAML or goes beyond its bounds. An empty file is an empty
    /// mapping.
    static func tree(
        of source: ConfigurationSources.Source, faults: ConfigurationFaults
    ) -> ConfigurationNode? {
        guard let text = ConfigurationText(source, faults: faults) else { return nil }
        // What an alias stands for is hashed where it is a key, so that their number is bounded before parsing.
        guard text.aliases <= ConfigurationLimits.aliases else {
            faults.report("it must use at most \(ConfigurationLimits.aliases) aliases (*name)", at: source.place)
            return nil
        }
        var document = ConfigurationDocument(source: source, faults: faults)
        switch document.parsed(text) {
        case nil: return nil
        case .some(nil): return ConfigurationNode(content: .mapping([]), place: document.place(1, 1))
        case .some(.some(let node)):
            guard let tree = document.tree(of: node, path: "", depth: 0),
                document.values <= ConfigurationLimits.values
            else { return nil }
            if case .null = tree.content { return ConfigurationNode(content: .mapping([]), place: tree.place) }
            return tree
        }
    }

    private init(source: ConfigurationSources.Source, faults: ConfigurationFaults) {
        self.source = source
        self.faults = faults
    }

    // The parser gives up at two keys of one name. One of them gets another name then, so that everything else that is
    // wrong with the file is found as well.
    private mutating func parsed(_ original: ConfigurationText) -> Node?? {
        var text = original
        var number = 0
        while true {
            do {
                return .some(
                    try Parser(yaml: text.text, resolver: .basic, encoding: .utf8).singleRoot())
            } catch let YamlError.duplicatedKeysInMapping(names, context) {
                let name = names.first ?? ""
                guard number < ConfigurationLimits.duplicates,
                    let disguise = text.disguiseKey(
                        line: context.mark.line, column: context.mark.column, number: number)
                else {
                    report("\(ConfigurationQuote.plain(name)) is given more than once", context.mark)
                    return nil
                }
                disguised[disguise] = name
                number += 1
            } catch {
                report(error, in: text)
                return nil
            }
        }
    }

    private func report(_ error: any Error, in text: ConfigurationText) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _) where text.hasTab(line: mark.line, column: mark.column):
            report("it is no YAML: \(problem); indent with spaces, not with tabs", mark)
        case .composer(_, "but found another document", let mark, _):
            report("it must be one document, but another one begins here", mark)
        case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
            report("it is nested too deeply", mark)
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = text.clamped(line: mark.line, column: mark.column)
            var start = ""
            if let context, context.mark.line < place.line {
                start = " (\(context.text) that begins in line \(context.mark.line))"
            }
            faults.report("it is no YAML: \(problem)\(start)", at: self.place(place.line, place.column))
        case .reader(let problem, _, _, _):
            faults.report("it is no YAML: \(problem)", at: source.place)
        default:
            faults.report("it is no YAML", at: source.place)
        }
    }

    private mutating func tree(of node: Node, path: String, depth: Int) -> ConfigurationNode? {
        let place = node.mark.map { self.place($0.line, $0.column) } ?? source.place
        values += 1
        guard values <= ConfigurationLimits.values else {
            if values == ConfigurationLimits.values + 1 {
                faults.report("it must hold at most \(ConfigurationLimits.values) values", at: source.place)
            }
            return nil
        }
        guard depth < ConfigurationLimits.depth else {
            faults.report("\(ConfigurationQuote.path(path)) is nested too deeply", at: place)
            return nil
        }
        switch node {
        case .scalar(let scalar):
            guard let content = content(of: scalar, path: path, place: place) else { return nil }
            return ConfigurationNode(content: content, place: place)
        case .sequence(let sequence):
            var elements: [ConfigurationNode] = []
            for (index, element) in sequence.enumerated() {
                guard let element = tree(of: element, path: "\(path)[\(index)]", depth: depth + 1) else { continue }
                elements.append(element)
            }
            return ConfigurationNode(content: .sequence(elements), place: place)
        case .mapping(let mapping):
            return ConfigurationNode(content: .mapping(members(of: mapping, path: path, depth: depth)), place: place)
        case .alias:
            faults.report("\(ConfigurationQuote.path(path)) must not be an alias", at: place)
            return nil
        }
    }

    private mutating func members(
        of mapping: Node.Mapping, path: String, depth: Int
    ) -> [ConfigurationNode.Member] {
        var members: [ConfigurationNode.Member] = []
        var names: Set<String> = []
        for (key, value) in mapping {
            let place = key.mark.map { self.place($0.line, $0.column) } ?? source.place
            guard case .scalar(let scalar) = key else {
                faults.report("\(ConfigurationQuote.path(path)) must have only texts as keys", at: place)
                continue
            }
            let original = scalar.string.first.flatMap { disguised[$0] }
            let name = original ?? scalar.string
            let inner = ConfigurationQuote.path(path, key: name)
            let isFirst = original == nil && names.insert(name).inserted
            if !isFirst { faults.report("\(inner) is given more than once", at: place) }
            guard let value = tree(of: value, path: inner, depth: depth + 1), isFirst else { continue }
            members.append(ConfigurationNode.Member(key: name, place: place, value: value))
        }
        return members
    }

    private func content(
        of scalar: Node.Scalar, path: String, place: ConfigurationPlace
    ) -> ConfigurationNode.Content? {
        switch Tag.Name(rawValue: scalar.tag.rawValue) {
        case .implicit: return ConfigurationScalar.content(ofPlain: scalar.string)
        case .str, .nonSpecific: return .text(scalar.string)
        case .bool, .int, .float, .null: return ConfigurationScalar.content(ofPlain: scalar.string)
        default:
            let tag = ConfigurationQuote.plain(scalar.tag.rawValue)
            faults.report("\(ConfigurationQuote.path(path)) must not have the tag \(tag)", at: place)
            return nil
        }
    }

    private func report(_ message: String, _ mark: Mark) {
        faults.report(message, at: place(mark.line, mark.column))
    }

    private func place(_ line: Int, _ column: Int) -> ConfigurationPlace {
        ConfigurationPlace(file: source.file, number: source.number, line: line, column: column)
    }
}
