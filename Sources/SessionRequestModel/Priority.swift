/// How urgent a request is, in rising order.
public enum Priority: String, Sendable, Hashable, CaseIterable, Comparable {
    case low, normal, high, urgent

    /// 0 for low to 3 for urgent.
    public var rank: Int {
        switch self {
        case .low: 0
        case .normal: 1
        case .high: 2
        case .urgent: 3
        }
    }

    /// Whether `lhs` is the less urgent.
    public static func < (lhs: Priority, rhs: Priority) -> Bool { lhs.rank < rhs.rank }
}
