/// How time passes and dice fall, so that tests need neither.
public struct Timing: Sendable {
    /// Returns when so much time has passed; throws when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to, and without, 1.
    public var random: @Sendable () -> Double

    /// Time and dice of one's own.
    public init(
        sleep: @escaping @Sendable (Duration) async throws -> Void, random: @escaping @Sendable () -> Double
    ) {
        self.sleep = sleep
        self.random = random
    }

    /// The machine's clock, which goes on while it is suspended, and its random numbers.
    public static let real = Timing(
        sleep: { try await ContinuousClock().sleep(for: $0) },
        random: { Double.random(in: 0..<1) })
}
