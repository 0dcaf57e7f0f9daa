internal import Synchronization

/// A change on its way to the writer, and its outcome on its way back.
protocol Command: Sendable {
    /// Runs the change and keeps its outcome; returns what it threw.
    func run(_ transaction: WriteTransaction) -> (any Error)?

    /// Tells the caller the outcome, or why the group failed, or the command never ran.
    func tell(_ failure: StoreError?)
}

/// A change with an outcome of some type.
final class CommandOf<Outcome: Sendable>: Command {
    private let change: @Sendable (WriteTransaction) throws -> Outcome
    private let answer: @Sendable (Result<Outcome, any Error>) -> Void
    /// Filled by `run` on the writer's thread; asked for wherever the answers are told.
    private let outcome = Mutex<Result<Outcome, any Error>?>(nil)

    init(
        change: @escaping @Sendable (WriteTransaction) throws -> Outcome,
        answer: @escaping @Sendable (Result<Outcome, any Error>) -> Void
    ) {
        self.change = change
        self.answer = answer
    }

    func run(_ transaction: WriteTransaction) -> (any Error)? {
        do {
            let value = try change(transaction)
            outcome.withLock { $0 = .success(value) }
            return nil
        } catch {
            outcome.withLock { $0 = .failure(StoreError.told(error)) }
            return error
        }
    }

    func tell(_ failure: StoreError?) {
        if let failure { return answer(.failure(failure)) }
        if let outcome = outcome.withLock({ $0 }) { answer(outcome) }
    }
}
