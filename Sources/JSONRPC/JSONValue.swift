/// Any JSON value, held on its own; for what has no fixed shape, never on the way of a message.
public enum JSONValue: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number written without fraction or exponent, within ±`JSONNode.largestInteger`.
    case integer(Int64)
    /// Any other number.
    case double(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in the order in which they are written. Names are unique.
    case object([(String, JSONValue)])

    /// The value of the member with this name; nil when there is none or this is no object.
    public subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.0.utf8.elementsEqual(name.utf8) }?.1
    }
}

extension JSONValue: Equatable {
    /// Equal in kind and content; the order of an object's members does not matter, and 1 is not 1.0.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)):
            left.count == right.count
                && zip(sorted(left), sorted(right)).allSatisfy {
                    $0.0.utf8.elementsEqual($1.0.utf8) && $0.1 == $1.1
                }
        default: false
        }
    }

    private static func sorted(_ members: [(String, JSONValue)]) -> [(String, JSONValue)] {
        members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
}

extension JSONValue: JSONEncodable {
    /// Writes the value.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.integer(value)
        case .double(let value): writer.double(value)
        case .string(let value): writer.string(value)
        case .array(let values): values.encode(to: &writer)
        case .object(let members):
            writer.beginObject()
            for (name, value) in members { writer.member(name, value) }
            writer.endObject()
        }
    }
}

extension JSONValue: JSONDecodable {
    /// Reads any value; throws only at a number that no finite `Double` comes near.
    public init(from node: JSONNode) throws(JSONMismatch) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .bool(try Bool(from: node))
        case .number:
            if let integer = node.integer { self = .integer(integer) } else { self = .double(try Double(from: node)) }
        case .string: self = .string(try String(from: node))
        case .array: self = .array(try [JSONValue](from: node))
        case .object:
            var members: [(String, JSONValue)] = []
            members.reserveCapacity(node.count)
            for (name, value) in node.members {
                members.append((try String(from: name), try JSONValue(from: value)))
            }
            self = .object(members)
        }
    }
}
