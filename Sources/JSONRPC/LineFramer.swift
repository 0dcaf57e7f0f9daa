#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Cuts a stream of bytes into lines, wherever the stream happens to be split.
///
/// A line ends with `\n`; a `\r` right before it belongs to the ending. A line of whitespace is no line. What is whole
/// within the bytes fed is handed on in place; only a partial line is copied and kept. Each byte is looked at once.
public struct LineFramer: Sendable {
    private let limit: Int
    private var partial: [UInt8] = []
    private var isBroken = false

    /// A framer for lines of at most `limit` bytes, their ending not counted.
    public init(limit: Int) {
        self.limit = limit
    }

    /// How many bytes of a partial line wait for their end.
    public var bufferedBytes: Int { partial.count }

    /// How much memory is held for partial lines, in bytes.
    public var reservedBytes: Int { partial.capacity }

    /// Takes the next bytes of the stream and hands on each line that is complete with them, without its ending.
    ///
    /// A line longer than the limit throws, as soon as that is certain and after the lines before it; from then on
    /// whatever is fed is ignored. What `line` is given is valid only during that call.
    public mutating func feed(
        _ bytes: UnsafeRawBufferPointer, line: (UnsafeRawBufferPointer) -> Void
    ) throws(LineTooLong) {
        guard !isBroken else { return }
        var rest = bytes
        while let base = rest.baseAddress, !rest.isEmpty {
            guard let found = memchr(base, Int32(JSONByte.lineFeed), rest.count) else {
                try keep(rest)
                return
            }
            let length = UnsafeRawPointer(found) - base
            let piece = UnsafeRawBufferPointer(rebasing: rest[..<length])
            rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...])
            if partial.isEmpty {
                try deliver(piece, to: line)
            } else {
                try keep(piece)
                deliverPartial(to: line)
            }
        }
    }

    /// Takes the end of the stream and hands on the last line when it has no ending.
    public mutating func finish(line: (UnsafeRawBufferPointer) -> Void) {
        if !isBroken, !partial.isEmpty { deliverPartial(to: line) }
    }

    /// Hands on a line that lies whole within what was fed.
    private mutating func deliver(
        _ bytes: UnsafeRawBufferPointer, to line: (UnsafeRawBufferPointer) -> Void
    ) throws(LineTooLong) {
        let content = Self.content(of: bytes)
        if content.count > limit { throw tooLong() }
        if !content.allSatisfy(JSONByte.isWhitespace) { line(content) }
    }

    /// Hands on what was kept, which `keep` has found short enough.
    private mutating func deliverPartial(to line: (UnsafeRawBufferPointer) -> Void) {
        var whole: [UInt8] = []
        swap(&whole, &partial)
        whole.withUnsafeBytes { bytes in
            let content = Self.content(of: bytes)
            if !content.allSatisfy(JSONByte.isWhitespace) { line(content) }
        }
        guard whole.capacity <= JSONLimits.keptLineBytes else { return }
        whole.removeAll(keepingCapacity: true)
        swap(&whole, &partial)
    }

    /// A line without the `\r` of its ending.
    private static func content(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard bytes.last == JSONByte.carriageReturn else { return bytes }
        return UnsafeRawBufferPointer(rebasing: bytes.dropLast())
    }

    /// Keeps the bytes of a line that goes on; its last `\r` may turn out to be part of its ending.
    private mutating func keep(_ bytes: UnsafeRawBufferPointer) throws(LineTooLong) {
        let count = partial.count + bytes.count
        let last = bytes.last ?? partial.last
        if count - (last == JSONByte.carriageReturn ? 1 : 0) > limit { throw tooLong() }
        partial.append(contentsOf: bytes)
    }

    private mutating func tooLong() -> LineTooLong {
        isBroken = true
        partial = []
        return LineTooLong(limit: limit)
    }
}
