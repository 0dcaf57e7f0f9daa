internal import Synchronization

/// Whether attempts that are under way are to be given up.
final class Abandonment: Sendable {
    private let flag = Atomic<Bool>(false)

    var isAsked: Bool { flag.load(ordering: .acquiring) }

    func ask() { flag.store(true, ordering: .releasing) }
}
