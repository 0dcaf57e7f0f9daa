/// A member of an update: left out, taken away, or set.
public enum Patch<Value> {
    /// The member is not there: leave things as they are.
    case absent
    /// The member is `null`: take the value away.
    case null
    /// The member has a value: set it.
    case value(Value)
}

extension Patch: Sendable where Value: Sendable {}
extension Patch: Equatable where Value: Equatable {}
