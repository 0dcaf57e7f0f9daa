internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("The calls of one connection, as a value")
struct DialogueTests {
    private static let gone = ClientError.unreachable(path: "/s", cause: "c", advice: "a")

    @Test("Ids are never used twice, and each answer finds its waiter once")
    func answers() throws {
        var dialogue = Dialogue<String>()
        let ids = (0..<3).map { _ in dialogue.reserved() }
        #expect(Set(ids).count == 3)
        for id in ids { #expect(dialogue.submitted(id, waiter: "w\(id)") == nil) }
        #expect(try dialogue.answered(ids[1]) == "w\(ids[1])")
        #expect(try dialogue.answered(ids[1]) == nil)
        #expect(try dialogue.answered(ids[0]) == "w\(ids[0])")
    }

    @Test("An answer to a call that was never made is a violation", arguments: [0, -1, 2, .max])
    func neverMade(_ id: Int64) {
        var dialogue = Dialogue<String>()
        _ = dialogue.reserved()
        #expect(throws: ClientError.self) { try dialogue.answered(id) }
    }

    @Test("An answer before any call is a violation")
    func beforeAny() {
        var dialogue = Dialogue<String>()
        #expect(throws: ClientError.self) { try dialogue.answered(1) }
    }

    @Test("A call that is given up before it is sent is not sent")
    func givenUpEarly() throws {
        var dialogue = Dialogue<String>()
        let id = dialogue.reserved()
        #expect(dialogue.abandoned(id, because: .canceled) == nil)
        guard case .failure(.canceled) = dialogue.submitted(id, waiter: "w") else {
            Issue.record("it was sent")
            return
        }
        #expect(try dialogue.answered(id) == nil)
    }

    @Test("A call that is given up later tells its waiter once, and its late answer nobody")
    func givenUpLater() throws {
        var dialogue = Dialogue<String>()
        let id = dialogue.reserved()
        _ = dialogue.submitted(id, waiter: "w")
        #expect(dialogue.abandoned(id, because: .canceled) == "w")
        #expect(dialogue.abandoned(id, because: .canceled) == nil)
        #expect(try dialogue.answered(id) == nil)
    }

    @Test("The end tells all waiters in the order of their calls, once, and refuses later calls")
    func end() {
        var dialogue = Dialogue<String>()
        for _ in 0..<3 {
            let id = dialogue.reserved()
            _ = dialogue.submitted(id, waiter: "w\(id)")
        }
        let reserved = dialogue.reserved()
        #expect(dialogue.ended(Self.gone) == ["w1", "w2", "w3"])
        #expect(dialogue.ended(.canceled) == [])
        #expect(dialogue.ending == Self.gone)
        guard case .failure(Self.gone) = dialogue.submitted(reserved, waiter: "late") else {
            Issue.record("it was sent")
            return
        }
    }

    @Test("A complaint is why it ended")
    func complaint() {
        var dialogue = Dialogue<String>()
        dialogue.complained(.tooLarge("m"))
        _ = dialogue.ended(Self.gone)
        #expect(dialogue.ending == .service(.tooLarge("m")))
    }

    @Test("Back-off doubles up to its bound, less up to half by chance, and starts over after a success")
    func backoff() {
        var backoff = Backoff()
        #expect(backoff.failed(random: 0) == .milliseconds(50))
        #expect(backoff.failed(random: 0.5) == .milliseconds(150))
        for _ in 0..<20 { _ = backoff.failed(random: 0) }
        #expect(backoff.failed(random: 0) == .seconds(15))
        #expect(backoff.failed(random: 0, minimum: .seconds(60)) == .seconds(60))
        backoff.succeeded()
        #expect(backoff.failed(random: 0) == .milliseconds(50))
    }

    @Test("The inbox gives what is kept before it lets anybody wait, in order, and says when it is full")
    func inbox() {
        var inbox = Inbox<String>()
        #expect(inbox.taken() == nil)
        for number in 0..<ClientLimits.keptNotifications {
            #expect(!inbox.isFull)
            #expect(inbox.arrived(Notification(method: "\(number)", params: nil)) == nil)
        }
        #expect(inbox.isFull)
        for number in 0..<ClientLimits.keptNotifications { #expect(inbox.taken()?.method == "\(number)") }
        #expect(inbox.taken() == nil)
        #expect(inbox.awaited(by: "first") == nil)
        #expect(inbox.awaited(by: "second") == "first")
        #expect(inbox.arrived(Notification(method: "x", params: nil)) == "second")
        #expect(inbox.taken() == nil)
        #expect(inbox.ended() == nil)
    }
}
