/// Another protocol that someone speaks by mistake, recognised by its first line.
public enum ForeignProtocol: Sendable, Equatable {
    /// A request line of HTTP, any version.
    case http
    /// A header of the Language Server Protocol's framing.
    case languageServer

    /// What the first line of a connection looks like, if it is one of these.
    public static func recognise(firstLine: UnsafeRawBufferPointer) -> ForeignProtocol? {
        if hasHeader(firstLine) { return .languageServer }
        if isRequestLine(firstLine) { return .http }
        return nil
    }

    /// One sentence for whoever sent it: what is spoken here and how.
    public var explanation: String {
        let offer = #"send {"jsonrpc":"2.0","id":1,"method":"rpc.discover"} and a line feed"#
        return switch self {
        case .http:
            "cannot answer HTTP: this socket speaks JSON-RPC 2.0, one message on each line and nothing around it; \(offer)"
        case .languageServer:
            "cannot read Content-Length framing: this socket speaks JSON-RPC 2.0, one message on each line without "
                + "headers; \(offer)"
        }
    }

    /// `Content-Length:` or `Content-Type:`, in any case.
    private static func hasHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        let names: [StaticString] = ["content-length", "content-type"]
        return names.contains { name in
            let count = name.utf8CodeUnitCount
            guard line.count > count, line[count] == JSONByte.colon else { return false }
            return name.withUTF8Buffer { zip(line, $0).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
        }
    }

    /// A token, a space, a target without spaces, a space, `HTTP/`.
    private static func isRequestLine(_ line: UnsafeRawBufferPointer) -> Bool {
        let parts = line.split(separator: JSONByte.space, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy(isTokenByte) && parts[2].starts(with: "HTTP/".utf8)
    }

    /// A character of a token after RFC 9110 §5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
