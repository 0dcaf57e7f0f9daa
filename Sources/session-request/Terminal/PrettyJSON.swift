package import JSONRPC

/// JSON for people: one member a line, two spaces for each level, short arrays of plain values on one line.
package enum PrettyJSON {
    /// The text of a value, without a line end behind it; fit for a terminal.
    package static func text(_ node: JSONNode) -> String {
        var bytes: [UInt8] = []
        append(node, indent: 0, to: &bytes)
        return SafeText.json(bytes)
    }

    private static func append(_ node: JSONNode, indent: Int, to bytes: inout [UInt8]) {
        switch node.kind {
        case .object where node.count > 0:
            bytes.append(UInt8(ascii: "{"))
            for (at, (name, value)) in node.members.enumerated() {
                next(at, indent + 2, &bytes)
                bytes += name.rawBytes
                bytes += ": ".utf8
                append(value, indent: indent + 2, to: &bytes)
            }
            end("}", indent, &bytes)
        case .array where isLong(node):
            bytes.append(UInt8(ascii: "["))
            for (at, element) in node.elements.enumerated() {
                next(at, indent + 2, &bytes)
                append(element, indent: indent + 2, to: &bytes)
            }
            end("]", indent, &bytes)
        case .array:
            bytes.append(UInt8(ascii: "["))
            for (at, element) in node.elements.enumerated() {
                if at > 0 { bytes += ", ".utf8 }
                bytes += element.rawBytes
            }
            bytes.append(UInt8(ascii: "]"))
        case .object: bytes += "{}".utf8
        default: bytes += node.rawBytes
        }
    }

    private static func isLong(_ node: JSONNode) -> Bool {
        node.rawBytes.count > 60 || node.elements.contains { $0.kind == .object || $0.kind == .array }
    }

    private static func next(_ at: Int, _ indent: Int, _ bytes: inout [UInt8]) {
        if at > 0 { bytes.append(UInt8(ascii: ",")) }
        newline(indent, &bytes)
    }

    private static func end(_ bracket: String, _ indent: Int, _ bytes: inout [UInt8]) {
        newline(indent, &bytes)
        bytes += bracket.utf8
    }

    private static func newline(_ indent: Int, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\n"))
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: indent)
    }
}
