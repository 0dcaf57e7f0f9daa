/// Writes compact JSON, front to back, into one growing buffer. Commas and colons come by themselves.
///
/// The caller nests: each `begin` has its `end`, and inside an object every value follows a name. The writer does not
/// check that.
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8]

    /// Whether what comes next stands behind a value of the same container.
    private var followsValue = false

    /// An empty writer.
    public init() {
        bytes = []
    }

    /// An empty writer with room for so many bytes.
    public init(reservingCapacity capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Starts over and keeps the room.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        followsValue = false
    }

    /// Ends a message: writes a line feed, behind which the next message may begin.
    public mutating func newline() {
        bytes.append(JSONByte.lineFeed)
        followsValue = false
    }

    /// Opens an object.
    public mutating func beginObject() { open(JSONByte.openBrace) }

    /// Closes the object opened last.
    public mutating func endObject() { close(JSONByte.closeBrace) }

    /// Opens an array.
    public mutating func beginArray() { open(JSONByte.openBracket) }

    /// Closes the array opened last.
    public mutating func endArray() { close(JSONByte.closeBracket) }

    /// Writes the name of the member whose value comes next: printable ASCII without quotes or backslashes.
    public mutating func name(_ name: StaticString) {
        name.withUTF8Buffer { text in
            assert(text.allSatisfy { 0x20..<0x7F ~= $0 && $0 != JSONByte.quote && $0 != JSONByte.backslash })
            put(text.count + 3) { room in
                room.append(JSONByte.quote)
                room.append(text)
                room.append(JSONByte.quote)
                room.append(JSONByte.colon)
            }
        }
        followsValue = false
    }

    /// Writes the name of the member whose value comes next.
    @_disfavoredOverload
    public mutating func name(_ name: String) {
        quote(name)
        bytes.append(JSONByte.colon)
        followsValue = false
    }

    /// Writes `null`.
    public mutating func null() { literal("null") }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    /// Writes a text.
    public mutating func string(_ value: StaticString) {
        value.withUTF8Buffer { quote($0) }
        followsValue = true
    }

    /// Writes a text.
    @_disfavoredOverload
    public mutating func string(_ value: String) {
        quote(value)
        followsValue = true
    }

    /// Copies one complete value that is JSON already and has no line feed in it. Fast for arrays and their slices.
    @inlinable
    public mutating func raw(_ json: some Collection<UInt8>) {
        let isDone: Void? = json.withContiguousStorageIfAvailable { rawBuffer($0) }
        if isDone == nil { Array(json).withUnsafeBufferPointer { rawBuffer($0) } }
    }

    /// Copies one complete value that is JSON already.
    @usableFromInline
    mutating func rawBuffer(_ json: UnsafeBufferPointer<UInt8>) { token(json) }

    /// A name that is JSON already, with its quotes.
    mutating func rawName(_ json: ArraySlice<UInt8>) {
        json.withUnsafeBufferPointer { token($0) }
        bytes.append(JSONByte.colon)
        followsValue = false
    }

    /// A value that needs no quotes, or has them.
    mutating func token(_ text: UnsafeBufferPointer<UInt8>) {
        put(text.count) { $0.append(text) }
        followsValue = true
    }

    /// Writes UTF-8 text with its quotes. Only what must be escaped is.
    mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        let clean = JSONByte.unescapedRun(text, from: 0)
        put(clean + 2) { room in
            room.append(JSONByte.quote)
            room.append(UnsafeBufferPointer(rebasing: text[..<clean]))
            if clean == text.count { room.append(JSONByte.quote) }
        }
        if clean < text.count {
            bytes.appendEscaping(text, from: clean)
            bytes.append(JSONByte.quote)
        }
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { token($0) }
    }

    private mutating func open(_ bracket: UInt8) {
        put(1) { $0.append(bracket) }
        followsValue = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        followsValue = true
    }

    /// Puts at most `count` bytes behind what is there, and the comma before them where one is due. Growing once for all
    /// that belongs together is what makes the writer fast.
    @inline(__always)
    private mutating func put(_ count: Int, _ fill: (inout OutputSpan<UInt8>) -> Void) {
        let needsComma = followsValue
        bytes.append(addingCapacity: count + 1) { room in
            if needsComma { room.append(JSONByte.comma) }
            fill(&room)
        }
    }
}
