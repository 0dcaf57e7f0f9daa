internal import Glibc
internal import Systemd
internal import Testing

@Suite struct LogDestinationTests {
    private func identity(of descriptor: Int32) -> String {
        var facts = stat()
        fstat(descriptor, &facts)
        return "\(facts.st_dev):\(facts.st_ino)"
    }

    @Test func theJournalIsChosenWhenTheDescriptorIsConnectedToIt() {
        let found = LogDestination.detect(
            journalStream: identity(of: STDERR_FILENO), descriptor: STDERR_FILENO, journalIsReachable: true)
        #expect(found == .journal)
    }

    @Test(arguments: [nil, "", "0:0", "nonsense"] as [String?])
    func anotherStreamIsRespected(stream: String?) {
        let found = LogDestination.detect(
            journalStream: stream, descriptor: STDERR_FILENO, journalIsReachable: true)
        #expect(found == .descriptor(STDERR_FILENO))
    }

    @Test func textIsWrittenWhereTheJournalCannotBeReached() {
        let found = LogDestination.detect(
            journalStream: identity(of: STDERR_FILENO), descriptor: STDERR_FILENO, journalIsReachable: false)
        #expect(found == .descriptor(STDERR_FILENO))
    }
}
