internal import JSONRPC
internal import Testing

@Suite("Foreign protocols")
struct ForeignProtocolTests {
    private func recognise(_ line: String) -> ForeignProtocol? {
        Array(line.utf8).withUnsafeBytes { ForeignProtocol.recognise(firstLine: $0) }
    }

    @Test(
        "recognises HTTP by its request line",
        arguments: [
            "GET / HTTP/1.1", "POST /rpc HTTP/1.0", "OPTIONS * HTTP/1.1", "PRI * HTTP/2.0", "PROPFIND /a?b=c HTTP/1.1",
            "M-SEARCH * HTTP/1.1", "CONNECT example.org:443 HTTP/1.1", "get / HTTP/1.1",
        ])
    func http(line: String) {
        #expect(recognise(line) == .http)
    }

    @Test(
        "recognises the framing of language servers by its header",
        arguments: ["Content-Length: 52", "content-length:52", "CONTENT-LENGTH: 1", "Content-Type: application/json"])
    func languageServer(line: String) {
        #expect(recognise(line) == .languageServer)
    }

    @Test(
        "takes nothing else for either",
        arguments: [
            "", " ", "{}", #"{"jsonrpc":"2.0","method":"GET / HTTP/1.1","id":1}"#, #"["GET / HTTP/1.1"]"#, "GET /",
            "GET",
            "GET  HTTP/1.1", " GET / HTTP/1.1", "GET / FTP/1.1", "G{T / HTTP/1.1", "Content-Length",
            "Content-Lengthy: 1",
            "Host: example.org", "EHLO example.org", "Content_Length: 1", "GET / http/1.1",
        ])
    func neither(line: String) {
        #expect(recognise(line) == nil)
    }

    @Test("explains in one line what to send", arguments: [ForeignProtocol.http, .languageServer])
    func explains(foreign: ForeignProtocol) {
        #expect(foreign.explanation.hasPrefix("cannot "))
        #expect(foreign.explanation.contains("JSON-RPC 2.0, one message on each line"))
        #expect(!foreign.explanation.contains("\n"))
    }
}
