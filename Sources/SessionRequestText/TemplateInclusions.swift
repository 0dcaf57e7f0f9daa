/// Which Mustache templates include which. One that includes itself, by whatever way, would never be done.
public struct TemplateInclusions: Sendable {
    private let included: [String: Set<String>]

    /// - Parameter sources: of all templates by their names.
    public init(_ sources: [String: String]) {
        included = sources.mapValues(Self.names)
    }

    /// Whether the template of a name includes itself, at whatever depth.
    public func isEndless(_ name: String) -> Bool {
        var seen: Set<String> = []
        var ahead = included[name] ?? []
        while let next = ahead.popFirst() {
            if next == name { return true }
            guard seen.insert(next).inserted else { continue }
            ahead.formUnion(included[next] ?? [])
        }
        return false
    }

    /// The names in tags such as `{{> name}}`.
    private static func names(in source: String) -> Set<String> {
        var names: Set<String> = []
        for piece in source.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
            let tag = piece.drop { $0.isWhitespace }
            guard tag.first == ">" || tag.first == "<" else { continue }
            let name = tag.dropFirst().drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != "}" }
            names.insert(String(name))
        }
        return names
    }
}
