/// Reads an object's members by name and refuses what nobody asked for.
public struct JSONObjectReader {
    /// The object that is read.
    public let object: JSONNode

    private var asked = Ordinals()
    /// Where the next look begins: members mostly come in the order in which they are asked for.
    private var cursor: (index: Int, ordinal: Int)

    /// A reader that has not asked for anything yet; throws when the value is not an object.
    public init(_ node: JSONNode) throws(JSONMismatch) {
        guard node.kind == .object else { throw JSONMismatch(node, expected: "an object") }
        object = node
        cursor = (node.index + 1, 0)
    }

    /// Asks for a member that must be there; throws when it is missing or of the wrong shape.
    @inlinable
    public mutating func required<T: JSONDecodable>(
        _ name: String, as type: T.Type = T.self
    ) throws(JSONMismatch) -> T {
        guard let node = node(name) else { throw JSONMismatch(missing: name, in: object) }
        return try T(from: node)
    }

    /// Asks for a member that may be left out or `null`, which both give nil.
    @inlinable
    public mutating func optional<T: JSONDecodable>(
        _ name: String, as type: T.Type = T.self
    ) throws(JSONMismatch) -> T? {
        guard let node = node(name), !node.isNull else { return nil }
        return try T(from: node)
    }

    /// Asks for a member of an update, where leaving it out and `null` mean different things.
    @inlinable
    public mutating func patch<T: JSONDecodable>(
        _ name: String, as type: T.Type = T.self
    ) throws(JSONMismatch) -> Patch<T> {
        guard let node = node(name) else { return .absent }
        return node.isNull ? .null : .value(try T(from: node))
    }

    /// Asks for a member of any shape; nil when it is not there.
    public mutating func node(_ name: String) -> JSONNode? {
        var name = name
        return name.withUTF8 { find($0) }
    }

    /// Throws at the first member that was never asked for.
    public func refuseUnknown() throws(JSONMismatch) {
        guard asked.count < object.count else { return }
        for (ordinal, member) in object.members.enumerated() where !asked.contains(ordinal) {
            throw JSONMismatch(member.value, "cannot use this member: it is not known here, leave it out")
        }
    }

    /// Looks from the cursor to the end, then from the beginning to the cursor.
    private mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> JSONNode? {
        let storage = object.storage
        let count = object.count
        var (index, ordinal) = cursor
        for _ in 0..<count {
            if ordinal == count { (index, ordinal) = (object.index + 1, 0) }
            let value = JSONNode(storage, index + 1)
            let isFound = storage.string(storage.tape[index], means: name)
            index = Int(value.token.next)
            ordinal += 1
            if isFound {
                cursor = (index, ordinal)
                asked.insert(ordinal - 1)
                return value
            }
        }
        return nil
    }
}

/// A set of small numbers: one word as long as they are below 64.
private struct Ordinals {
    private var low: UInt64 = 0
    private var high: Set<Int> = []

    var count: Int { low.nonzeroBitCount + high.count }

    func contains(_ ordinal: Int) -> Bool {
        ordinal < 64 ? low >> UInt64(ordinal) & 1 == 1 : high.contains(ordinal)
    }

    mutating func insert(_ ordinal: Int) {
        if ordinal < 64 { low |= 1 << UInt64(ordinal) } else { high.insert(ordinal) }
    }
}
