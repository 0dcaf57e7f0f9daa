internal import JSONRPC
internal import Testing

@Suite("Replies")
struct ReplyTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("carry a result")
    func success() {
        #expect(
            written { Reply.success(id: RequestID(1), result: ["a": 1], to: &$0) }
                == #"{"jsonrpc":"2.0","id":1,"result":{"a":1}}"#)
        #expect(
            written { Reply.success(id: .null, result: JSONValue.null, to: &$0) }
                == #"{"jsonrpc":"2.0","id":null,"result":null}"#)
    }

    @Test("carry an error, with data or without")
    func failure() {
        #expect(
            written { Reply.failure(id: RequestID(2), code: -32601, message: "cannot \"x\"", to: &$0) }
                == #"{"jsonrpc":"2.0","id":2,"error":{"code":-32601,"message":"cannot \"x\""}}"#)
        #expect(
            written { Reply.failure(id: .null, code: 1000, message: "no", data: ["reason": "x"], to: &$0) }
                == #"{"jsonrpc":"2.0","id":null,"error":{"code":1000,"message":"no","data":{"reason":"x"}}}"#)
    }

    @Test("are followed by notifications, each on its line, and by batches")
    func several() {
        let text = written { writer in
            Reply.notification(method: "events.event", params: ["seq": 1], to: &writer)
            writer.newline()
            writer.beginArray()
            Reply.success(id: RequestID(1), result: 1, to: &writer)
            Reply.success(id: RequestID(2), result: 2, to: &writer)
            writer.endArray()
            writer.newline()
        }
        #expect(
            text == """
                {"jsonrpc":"2.0","method":"events.event","params":{"seq":1}}
                [{"jsonrpc":"2.0","id":1,"result":1},{"jsonrpc":"2.0","id":2,"result":2}]

                """)
    }
}
