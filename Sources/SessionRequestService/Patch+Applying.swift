internal import JSONRPC

extension Patch {
    /// What the patch makes of a value: nil when it leaves it as it is, the inner nil when it removes it.
    var change: Value?? {
        switch self {
        case .absent: nil
        case .null: .some(nil)
        case .value(let new): new
        }
    }

    /// Changes a value as the patch says: not at all, to nothing, or to another.
    func apply(to value: inout Value?) {
        switch self {
        case .absent: break
        case .null: value = nil
        case .value(let new): value = new
        }
    }
}
