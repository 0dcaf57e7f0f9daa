internal import Systemd
internal import Testing

@Suite struct JournalFieldTests {
    @Test(arguments: ["MESSAGE", "SESSION_REQUEST_ID", "A1_"])
    func aNameInUpperCaseIsTaken(name: String) {
        #expect(JournalField(name: name, value: "x")?.name == name)
    }

    @Test(arguments: ["", "_PID", "1A", "peer", "A-B", "A=B", "A\nB", "É", String(repeating: "A", count: 65)])
    func aNameThatTheJournalRefusesIsRefused(name: String) {
        #expect(JournalField(name: name, value: "x") == nil)
    }

    @Test(arguments: [
        ("SESSION_REQUEST_ID", "SESSION_REQUEST_ID"), ("peerUid", "PEER_UID"), ("peer-uid", "PEER_UID"),
        ("_PID", "PID"), ("2nd", "ND"), ("MESSAGE_ID", "MESSAGE_ID"), ("message", "FIELD_MESSAGE"),
        ("priority", "FIELD_PRIORITY"), ("rpc.method", "RPC_METHOD"),
    ])
    func aMetadataKeyBecomesAName(key: String, name: String) {
        #expect(JournalField(metadataKey: key, value: "x")?.name == name)
    }

    @Test(arguments: ["", "_", "123", "é"])
    func aKeyWithoutALetterIsNoField(key: String) {
        #expect(JournalField(metadataKey: key, value: "x") == nil)
    }

    @Test func aLongKeyIsCut() {
        let field = JournalField(metadataKey: String(repeating: "k", count: 200), value: "x")
        #expect(field?.name.utf8.count == Limits.fieldNameBytes)
    }

    @Test func aLongValueIsCutAtAWholeCharacter() {
        let value = "a" + String(repeating: "é", count: Limits.fieldValueBytes)
        let field = JournalField(name: "X", value: value)
        #expect(field?.value.utf8.count == Limits.fieldValueBytes - 1)
    }
}
