internal import JSONRPC
internal import Testing

@Suite("Envelopes")
struct EnvelopeTests {
    private func messages(_ text: String) throws -> (isBatch: Bool, [Message]) {
        switch Envelope.read(try JSONDocument(text)) {
        case .single(let message): (false, [message])
        case .batch(let messages): (true, messages)
        }
    }

    /// A message in a few words: its sort, its id, its method, the kind of its params.
    private func words(_ message: Message) -> String {
        func text(_ id: RequestID) -> String { String(decoding: id.raw, as: UTF8.self) }
        return switch message {
        case .call(let call):
            "\(call.id.map { "request \(text($0))" } ?? "notification") \(call.method)"
                + (call.params.map { " \($0.kind)" } ?? "")
        case .invalid(let id, _): "invalid \(text(id))"
        case .response: "response"
        }
    }

    @Test("hold one message", arguments: EnvelopeCases.singles)
    func singles(shows: String, text: String, expected: String) throws {
        let (isBatch, messages) = try messages(text)
        #expect(!isBatch)
        #expect(messages.map(words) == [expected])
    }

    @Test("hold a batch", arguments: EnvelopeCases.batches)
    func batches(shows: String, text: String, expected: [String]) throws {
        let (isBatch, messages) = try messages(text)
        #expect(isBatch)
        #expect(messages.map(words) == expected)
    }

    @Test("hold as many messages as the limit says and no more")
    func batchLimit() throws {
        func batch(_ count: Int) -> String { "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]" }
        let (isBatch, messages) = try messages(batch(JSONLimits.batchMessages))
        #expect(isBatch)
        #expect(messages.count == JSONLimits.batchMessages)
        let (isLargerBatch, larger) = try self.messages(batch(JSONLimits.batchMessages + 1))
        #expect(!isLargerBatch)
        #expect(larger.map(words) == ["invalid null"])
    }

    @Test("say what is wrong with a message", arguments: EnvelopeCases.faults)
    func faults(text: String, word: String) throws {
        guard case .invalid(_, let sentence)? = try messages(text).1.first else {
            Issue.record("\(text) is not invalid")
            return
        }
        #expect(sentence.hasPrefix("cannot "))
        #expect(sentence.contains(word))
    }

    @Test("give params in place, with pointers that count from them")
    func params() throws {
        let text = #"[{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":{"b":[1,2]}}}]"#
        guard case .call(let call)? = try messages(text).1.first, let params = call.params else {
            Issue.record("there is no call")
            return
        }
        let element = params["a"]?["b"]?.elements.map { $0 }.last
        #expect(element?.integer == 2)
        #expect(element?.pointer(from: params) == "/a/b/1")
    }
}
