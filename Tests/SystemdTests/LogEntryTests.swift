internal import Logging
internal import Systemd
internal import Testing

@Suite struct LogEntryTests {
    private struct Trouble: Error {}

    private func entry(
        _ level: Logger.Level = .notice, _ message: Logger.Message, _ metadata: Logger.Metadata = [:],
        error: (any Error)? = nil
    ) -> LogEntry {
        let event = LogEvent(
            level: level, message: message, error: error, metadata: nil, source: nil, file: "Server/Peer.swift",
            function: "accept()", line: 7)
        return LogEntry(label: "session-requestd", event: event, metadata: metadata)
    }

    private func text(of entry: LogEntry, seconds: Int = 0, milliseconds: Int = 0) -> String {
        let time = LogTime(seconds: seconds, milliseconds: milliseconds)
        return String(decoding: entry.line(at: time).bytes, as: UTF8.self)
    }

    private func field(_ name: String, of entry: LogEntry) -> [String] {
        entry.fields.filter { $0.name == name }.map(\.value)
    }

    @Test func theFieldsCarryTheMessageTheLevelAndThePlace() {
        let entry = entry(.warning, "refused", ["PEER_UID": "1001", "RPC_METHOD": "queue.create"])
        #expect(field("MESSAGE", of: entry) == ["refused"])
        #expect(field("PRIORITY", of: entry) == ["4"])
        #expect(field("LOGGER", of: entry) == ["session-requestd"])
        #expect(field("CODE_FILE", of: entry) == ["Server/Peer.swift"])
        #expect(field("CODE_LINE", of: entry) == ["7"])
        #expect(field("PEER_UID", of: entry) == ["1001"])
        #expect(field("RPC_METHOD", of: entry) == ["queue.create"])
    }

    @Test(arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func everyLevelHasASyslogPriority(level: Logger.Level, priority: Int) {
        #expect(level.syslogPriority == priority)
    }

    @Test func metadataCannotReplaceTheMessage() {
        let entry = entry(.info, "true", ["MESSAGE": "false"])
        #expect(field("MESSAGE", of: entry) == ["true"])
        #expect(field("FIELD_MESSAGE", of: entry) == ["false"])
    }

    @Test func anErrorIsAField() {
        #expect(field("ERROR", of: entry(.error, "failed", error: Trouble())) == ["Trouble()"])
    }

    @Test func aMessageIDPassesThroughToTheJournalAndNotToThePerson() {
        let entry = entry(.info, "started", ["MESSAGE_ID": "d6209347c31a47e8bb2c1751b0c02ee5", "VERSION": "1.0"])
        #expect(field("MESSAGE_ID", of: entry) == ["d6209347c31a47e8bb2c1751b0c02ee5"])
        #expect(text(of: entry) == "1970-01-01T00:00:00.000Z info: started (VERSION=1.0)")
    }

    @Test func aLineHasTheTimeTheLevelAndTheMetadataInOrder() {
        let entry = entry(.notice, "created", ["B": "two words", "A": "1", "C": ""])
        let line = text(of: entry, seconds: 1_795_410_123, milliseconds: 45)
        #expect(line == "2026-11-23T05:02:03.045Z notice: created (A=1 B=\"two words\" C=\"\")")
    }

    @Test(arguments: ["Zoë", "日本", "🔧 on duty"])
    func aPersonsNameStaysReadable(name: String) {
        #expect(text(of: entry(.notice, "hello \(name)")).hasSuffix("notice: hello \(name)"))
    }

    @Test(arguments: [0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x2028, 0x202e] as [UInt32])
    func aLineStaysOneLineWhateverTheMetadataHas(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        let entry = entry(.notice, "x", ["K": .string("a\(scalar)b")])
        #expect(text(of: entry).hasSuffix("(K=a\\u{\(String(code, radix: 16))}b)"))
    }
}
