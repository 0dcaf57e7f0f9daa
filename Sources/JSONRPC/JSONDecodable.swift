/// Something that is read from one JSON value.
public protocol JSONDecodable {
    /// Reads the value; throws when it is of another kind or out of range.
    init(from node: JSONNode) throws(JSONMismatch)
}

extension JSONNode: JSONDecodable {
    /// The value as it is.
    public init(from node: JSONNode) throws(JSONMismatch) { self = node }
}

extension String: JSONDecodable {
    /// Reads a text.
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard let text = node.string else { throw JSONMismatch(node, expected: "a string") }
        self = text
    }
}

extension Bool: JSONDecodable {
    /// Reads `true` or `false`.
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard let value = node.bool else { throw JSONMismatch(node, expected: "true or false") }
        self = value
    }
}

extension Int64: JSONDecodable {
    /// Reads a whole number within ±`JSONNode.largestInteger`, however it is written.
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard let value = node.wholeNumber else {
            throw JSONMismatch(node, expected: "a whole number, at most 2^53 - 1,")
        }
        self = value
    }
}

extension Int: JSONDecodable {
    /// Reads a whole number within ±`JSONNode.largestInteger`, however it is written.
    public init(from node: JSONNode) throws(JSONMismatch) {
        self = Int(try Int64(from: node))
    }
}

extension Double: JSONDecodable {
    /// Reads a number that a `Double` can come near.
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard let value = node.double else {
            throw JSONMismatch(node, expected: "a number within the range of a double")
        }
        self = value
    }
}

extension Array: JSONDecodable where Element: JSONDecodable {
    /// Reads an array and each of its elements.
    @inlinable
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard node.kind == .array else { throw JSONMismatch(node, expected: "an array") }
        self = []
        reserveCapacity(node.count)
        for element in node.elements { append(try Element(from: element)) }
    }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
    /// Reads an object. Names that differ in their bytes and yet are the same text to Unicode are refused: a dictionary
    /// could keep only one of them.
    @inlinable
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard node.kind == .object else { throw JSONMismatch(node, expected: "an object") }
        self.init(minimumCapacity: node.count)
        for (name, value) in node.members {
            let previous = updateValue(try Value(from: value), forKey: try String(from: name))
            if previous != nil {
                throw JSONMismatch(value, "cannot tell this name from an earlier one: write it another way")
            }
        }
    }
}

extension JSONMismatch {
    /// A value of another kind than the one that is expected.
    public init(_ node: JSONNode, expected: String) {
        self.init(node, "cannot use \(node.kind.words) here: \(expected) is expected")
    }
}

extension JSONNode.Kind {
    /// The kind with its article, as it stands in a sentence.
    public var words: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "this number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
