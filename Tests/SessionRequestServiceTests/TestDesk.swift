internal import Glibc
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// A desk over a store of its own, with a clock that stands still and a key that everybody knows.
final class TestDesk: Sendable {
    static let key = [UInt8](0..<32)

    let directory: String
    let store: Store
    let desk: Desk
    let clock: ManualClock

    init(_ change: (inout DeskSettings) -> Void = { _ in }) throws {
        var template = Array("/tmp/service-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestFailure("mkdtemp: \(errno)") }
        let directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.directory = directory
        store = try Store(in: HeldDirectory(directory), newEpoch: { "e1" }) { group in
            for answer in group.answers { answer() }
        }
        var settings = DeskSettings()
        change(&settings)
        let clock = ManualClock()
        self.clock = clock
        guard let secret = LinkSecret(key: Self.key) else { throw TestFailure("the key") }
        desk = Desk(
            epoch: store.epoch, secret: secret, settings: settings, clock: { clock.now },
            timeZoneExists: { ["UTC", "Europe/Lisbon"].contains($0) })
    }

    deinit {
        store.close()
        guard let stream = opendir(directory) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            unlink("\(directory)/\(name)")
        }
        rmdir(directory)
    }

    /// Writes a change and waits until it is durable.
    @discardableResult
    func write<Outcome: Sendable>(_ change: @escaping Change<Outcome>) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            store.write(change) { continuation.resume(with: $0) }
        }
    }

    func read<Outcome>(_ look: (Snapshot) throws -> Outcome) throws -> Outcome {
        try store.read(look)
    }

    /// Everything that was logged, in order.
    func log() throws -> [LoggedEvent] {
        try read { try $0.events(after: 0, limit: 100_000, bytes: .max) }
    }

    func events() throws -> [Event] { try log().map(\.event) }

    /// The types of what was logged after the first `count` events.
    func types(after count: Int = 0) throws -> [EventType] {
        try events().dropFirst(count).map(\.type)
    }

    /// The request as it is kept.
    func kept(_ id: Int64) throws -> SessionRequest {
        guard let request = try read({ try $0.sessionRequest(id) }) else { throw TestFailure("no request \(id)") }
        return request
    }
}

struct TestFailure: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}
