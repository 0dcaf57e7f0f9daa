/// The answer of a web server that closes the connection behind it.
package enum HTTPAnswer {
    /// Reads the status and the body.
    package static func read(_ text: String) -> WebAnswer {
        let head = text.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ", maxSplits: 2)
        guard head.count >= 2, head[0].hasPrefix("HTTP/1."), let status = Int(head[1]) else {
            return .silent(text.isEmpty ? "it ends the connection" : "it does not speak HTTP")
        }
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" }
        let body = lines.drop { !$0.isEmpty }.dropFirst()
        // A body in chunks has their lengths between them.
        return .status(status, body: body.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
}
