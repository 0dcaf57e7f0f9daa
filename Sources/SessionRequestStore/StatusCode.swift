internal import SessionRequestModel

extension Status {
    /// The number that the database keeps. Fixed for good; 4 and above are the ended ones, which indexes rely on.
    var code: Int64 {
        switch self {
        case .open: 0
        case .waiting: 1
        case .ready: 2
        case .connected: 3
        case .closed: 4
        case .expired: 5
        }
    }

    init?(code: Int64) {
        guard let status = Status.allCases.first(where: { $0.code == code }) else { return nil }
        self = status
    }
}
