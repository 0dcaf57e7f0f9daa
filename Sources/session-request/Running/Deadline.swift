/// An end for work that would go on.
enum Deadline {
    /// Does the work, or fails as timed out after so many seconds; nil: as long as it takes. `what` is what it does,
    /// behind "cannot": "watch".
    static func within(
        _ seconds: Double?, of what: String, _ work: @escaping @Sendable () async throws -> Void
    ) async throws {
        guard let seconds else { return try await work() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw Failure(
                    .timedOut, "cannot \(what) any longer: \(Failure.figure(seconds)) s have passed",
                    hint: "--timeout allows more time.")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
