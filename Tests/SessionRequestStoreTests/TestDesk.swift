internal import Dispatch
internal import Glibc
internal import SessionRequestModel
internal import SessionRequestStore
internal import Synchronization

/// A store in a directory of its own, which goes with it.
final class TestDesk: Sendable {
    let directory: String
    let store: Store
    private let groups: Groups
    private let ownsDirectory: Bool

    final class Groups: Sendable {
        private let all = Mutex<[CommittedGroup]>([])

        func take(_ group: CommittedGroup) {
            all.withLock { $0.append(group) }
            for answer in group.answers { answer() }
        }

        var list: [CommittedGroup] { all.withLock { $0 } }
    }

    /// - Parameters:
    ///   - directory: an existing one, which stays; nil makes one.
    ///   - epoch: of a database that is made.
    ///   - marks: what the store is given when it asks for a name that nothing had, one after the other; nil: the epoch.
    init(in directory: String? = nil, epoch: String = "epoch", marks: [String]? = nil) throws {
        let groups = Groups()
        self.groups = groups
        ownsDirectory = directory == nil
        self.directory = try directory ?? Self.newDirectory()
        var names = (marks ?? []).makeIterator()
        store = try Store(in: HeldDirectory(self.directory), newEpoch: { names.next() ?? epoch }, deliver: groups.take)
    }

    deinit {
        store.close()
        if ownsDirectory { Self.remove(directory) }
    }

    /// All groups that were delivered so far.
    var committed: [CommittedGroup] { groups.list }

    /// Writes, and waits for the answer.
    func write<Outcome: Sendable>(
        _ change: @escaping @Sendable (WriteTransaction) throws -> Outcome
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            store.write(change) { continuation.resume(with: $0) }
        }
    }

    /// Holds the writer until all that `submit` writes is submitted, so that it shares one group.
    func together(_ submit: () -> Void) {
        let isHeld = DispatchSemaphore(value: 0)
        let gate = DispatchSemaphore(value: 0)
        store.write(
            { _ in
                isHeld.signal()
                gate.wait()
            }, answer: { _ in })
        isHeld.wait()
        submit()
        gate.signal()
    }

    static func newDirectory() throws -> String {
        var template = Array("/tmp/store-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestFailure("mkdtemp: \(errno)") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func remove(_ directory: String) {
        for name in names(in: directory) { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }

    static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

struct TestFailure: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}
