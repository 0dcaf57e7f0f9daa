extension JSONWriter {
    /// Writes an integer. Beyond ±`JSONNode.largestInteger` it is valid JSON, but most readers lose its last digits.
    public mutating func integer(_ value: Int64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value.magnitude
            var first = 20
            repeat {
                first &-= 1
                digits[first] = JSONByte.zero &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest != 0
            if value < 0 {
                first &-= 1
                digits[first] = JSONByte.minus
            }
            token(UnsafeBufferPointer(rebasing: digits[first..<20]))
        }
    }

    /// Writes an integer. Beyond ±`JSONNode.largestInteger` it is valid JSON, but most readers lose its last digits.
    @_disfavoredOverload
    public mutating func integer(_ value: Int) {
        integer(Int64(value))
    }

    /// Writes a number in the fewest digits that give the same `Double` again; an infinity or no number as `null`.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        var text = value.description
        text.withUTF8 { token($0) }
    }
}
