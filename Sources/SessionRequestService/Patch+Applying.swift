internal import JSONRPC

extension Patch {
    /// Changes a value as the patch says: not at all, to nothing, or to another.
    func apply(to value: inout Value?) {
        switch self {
        case .absent: break
        case .null: value = nil
        case .value(let new): value = new
        }
    }
}
