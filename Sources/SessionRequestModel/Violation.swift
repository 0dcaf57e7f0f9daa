/// A value that the model refuses, and where it stands.
public struct Violation: Error, Sendable, Equatable {
    /// A JSON pointer (RFC 6901) from the value that was checked; empty for that value itself.
    public var pointer: String
    /// What is wrong and what would be right, for a person: "must be at most 128 characters long".
    public var message: String

    /// A violation at `pointer`.
    public init(_ message: String, at pointer: String = "") {
        self.pointer = pointer
        self.message = message
    }

    /// The same violation, seen from the value that holds the checked one as `member`.
    public func inside(_ member: String) -> Violation {
        Violation(message, at: "/\(member)\(pointer)")
    }
}
