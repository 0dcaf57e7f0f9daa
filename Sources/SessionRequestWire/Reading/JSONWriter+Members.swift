internal import JSONRPC

extension JSONWriter {
    /// Writes nothing, `null` or the value.
    mutating func member(_ name: StaticString, patch: Patch<some JSONEncodable>) {
        switch patch {
        case .absent: break
        case .null:
            self.name(name)
            null()
        case .value(let value): member(name, value)
        }
    }

    /// Writes a duration, without a fraction where it has none.
    mutating func member(_ name: StaticString, seconds: Double?) {
        guard let seconds else { return }
        self.name(name)
        if let whole = Int64(exactly: seconds) { integer(whole) } else { double(seconds) }
    }
}
