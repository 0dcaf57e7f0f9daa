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
        comma()
        bytes.append(JSONByte.quote)
        name.withUTF8Buffer { text in
            assert(text.allSatisfy { 0x20..<0x7F ~= $0 && $0 != JSONByte.quote && $0 != JSONByte.backslash })
            bytes.append(contentsOf: text)
        }
        bytes.append(JSONByte.quote)
        bytes.append(JSONByte.colon)
        followsValue = false
    }

    /// Writes the name of the member whose value comes next.
    @_disfavoredOverload
    public mutating func name(_ name: String) {
        comma()
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
        comma()
        value.withUTF8Buffer { quote($0) }
        followsValue = true
    }

    /// Writes a text.
    @_disfavoredOverload
    public mutating func string(_ value: String) {
        comma()
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
    mutating func rawBuffer(_ json: UnsafeBufferPointer<UInt8>) {
        comma()
        bytes.append(contentsOf: json)
        followsValue = true
    }

    /// A name that is JSON already, with its quotes.
    mutating func rawName(_ json: ArraySlice<UInt8>) {
        comma()
        bytes.append(contentsOf: json)
        bytes.append(JSONByte.colon)
        followsValue = false
    }

    /// Puts text behind what is there, as it is.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Puts one byte behind what is there.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// A value made of ASCII that needs no quotes.
    mutating func token(_ text: UnsafeBufferPointer<UInt8>) {
        comma()
        bytes.append(contentsOf: text)
        followsValue = true
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { token($0) }
    }

    @inline(__always)
    private mutating func comma() {
        if followsValue { bytes.append(JSONByte.comma) }
    }

    private mutating func open(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        followsValue = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        followsValue = true
    }
}
