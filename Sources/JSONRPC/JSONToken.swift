/// One value or name on the tape: where it is written, what it is, and where its next sibling stands.
struct JSONToken: Sendable {
    /// What a token is; numbers are told apart by their spelling, booleans by their value.
    enum Shape: UInt32, Sendable {
        case null, `false`, `true`, integer, fraction, string, array, object
    }

    /// The offset of the first byte, which for a string is its opening quote.
    var start: UInt32
    /// The offset behind the last byte.
    var end: UInt32
    /// The index of the token after this one and all that is inside it.
    var next: UInt32
    /// Three bits of shape, one bit for escapes, 28 bits of count: half of `JSONLimits.documentBytes` fits.
    private var meta: UInt32

    @inline(__always)
    init(_ shape: Shape, start: Int, end: Int, next: Int, hasEscapes: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        self.meta = shape.rawValue | (hasEscapes ? 8 : 0)
    }

    @inline(__always)
    var shape: Shape { Shape(rawValue: meta & 7) ?? .null }

    @inline(__always)
    var hasEscapes: Bool { meta & 8 != 0 }

    /// Elements of an array, members of an object.
    @inline(__always)
    var count: Int { Int(meta >> 4) }

    /// The bytes between the quotes of a string.
    @inline(__always)
    var contents: Range<Int> { Int(start) &+ 1..<Int(end) &- 1 }

    @inline(__always)
    mutating func close(end: Int, next: Int, count: Int) {
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        meta = (meta & 15) | (UInt32(truncatingIfNeeded: count) << 4)
    }
}
