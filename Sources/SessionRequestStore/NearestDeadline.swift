/// What the writer knows of the earliest deadline. A create can only bring it nearer, which needs no look at the database;
/// after any other change it is asked for anew.
enum NearestDeadline {
    case unknown
    /// It is this instant, in milliseconds; nil when no request has one.
    case known(Int64?)

    /// Something was written that may have moved it.
    mutating func wrote(_ write: HeldWrite) {
        switch write {
        case .newRequest(let row, _):
            if case .known(let nearest) = self, let deadline = row.deadline {
                self = .known(min(nearest ?? deadline, deadline))
            }
        case .request(_, let changed):
            if !changed.isDisjoint(with: [.status, .deadline]) { self = .unknown }
        case .lease: self = .unknown
        case .event, .code, .tag, .reminder, .delivery, .answer: break
        }
    }
}
