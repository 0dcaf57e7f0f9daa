/// The order of arguments.
package enum ArgumentOrder {
    /// The arguments with the global options that stand before the verb moved behind everything else, where the parser
    /// looks for them.
    package static func globalOptionsLast(_ arguments: [String]) -> [String] {
        var front: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            if first == "--json" || ["--socket=", "--color=", "--timeout="].contains(where: first.hasPrefix) {
                front.append(first)
                rest.removeFirst()
            } else if ["--socket", "--color", "--timeout"].contains(first) {
                front += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        guard !front.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + front + Array(rest[end...])
    }
}
