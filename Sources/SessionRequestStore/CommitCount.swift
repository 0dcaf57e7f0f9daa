internal import Synchronization

/// Counts the commits of the one writer, and whatever else makes it time for new snapshots, so that a reader can tell whether a snapshot still shows the last one.
///
/// Odd while a commit may be becoming visible. All accesses are of one order: whoever has seen a commit in the database
/// sees here that it was begun.
final class CommitCount: Sendable {
    private let steps = Atomic(0)

    /// Tells one moment between two commits from another; nil while a commit is being made.
    var settled: Int? {
        let steps = steps.load(ordering: .sequentiallyConsistent)
        return steps.isMultiple(of: 2) ? steps : nil
    }

    /// Runs `commit`, after which what it wrote is visible, or nothing is if it throws. On the writer's thread alone.
    func during(_ commit: () throws -> Void) rethrows {
        steps.add(1, ordering: .sequentiallyConsistent)
        defer { steps.add(1, ordering: .sequentiallyConsistent) }
        try commit()
    }
}
