internal import JSONRPC

/// Reads an object's members by name, and hands its own strictness on to the objects inside.
public struct WireReader {
    private var object: JSONObjectReader
    private let isStrict: Bool

    init(_ node: JSONNode, isStrict: Bool) throws(JSONMismatch) {
        object = try JSONObjectReader(node)
        self.isStrict = isStrict
    }

    /// Throws at a member that nobody asked for, if this reader is strict.
    func finish() throws(JSONMismatch) {
        if isStrict { try object.refuseUnknown() }
    }

    mutating func node(_ name: String) -> JSONNode? { object.node(name) }

    @_disfavoredOverload
    mutating func required<T: JSONDecodable>(_ name: String) throws(JSONMismatch) -> T { try object.required(name) }

    mutating func required<T: WireObject>(_ name: String) throws(JSONMismatch) -> T {
        guard let node = object.node(name) else { throw JSONMismatch(missing: name, in: object.object) }
        return try T(node, isStrict: isStrict)
    }

    @_disfavoredOverload
    mutating func optional<T: JSONDecodable>(_ name: String) throws(JSONMismatch) -> T? { try object.optional(name) }

    mutating func optional<T: WireObject>(_ name: String) throws(JSONMismatch) -> T? {
        guard let node = object.node(name), !node.isNull else { return nil }
        return try T(node, isStrict: isStrict)
    }

    @_disfavoredOverload
    mutating func patch<T: JSONDecodable>(_ name: String) throws(JSONMismatch) -> Patch<T> { try object.patch(name) }

    mutating func patch<T: WireObject>(_ name: String) throws(JSONMismatch) -> Patch<T> {
        guard let node = object.node(name) else { return .absent }
        return node.isNull ? .null : .value(try T(node, isStrict: isStrict))
    }

    /// A patch that says null or a value, never nothing.
    mutating func requiredPatch<T: WireObject>(_ name: String) throws(JSONMismatch) -> Patch<T> {
        let patch: Patch<T> = try self.patch(name)
        if case .absent = patch { throw JSONMismatch(missing: name, in: object.object) }
        return patch
    }

    /// A list that may be left out, of a bounded length.
    mutating func list<T: JSONDecodable>(_ name: String, atMost limit: Int) throws(JSONMismatch) -> [T]? {
        guard let node = object.node(name), !node.isNull else { return nil }
        guard node.count <= limit else { throw JSONMismatch(node, "cannot take more than \(limit) entries here") }
        return try [T](from: node)
    }

    /// A list of a bounded length.
    mutating func list<T: JSONDecodable>(_ name: String, holding counts: ClosedRange<Int>) throws(JSONMismatch) -> [T] {
        guard let node = object.node(name) else { throw JSONMismatch(missing: name, in: object.object) }
        guard node.kind != .array || counts.contains(node.count) else {
            throw JSONMismatch(
                node, "cannot take this many entries: from \(counts.lowerBound) to \(counts.upperBound) are expected")
        }
        return try [T](from: node)
    }

    /// A whole number within bounds.
    mutating func integer(_ name: String, in range: ClosedRange<Int64>) throws(JSONMismatch) -> Int64 {
        guard let node = object.node(name) else { throw JSONMismatch(missing: name, in: object.object) }
        return try Self.integer(node, in: range)
    }

    /// A whole number within bounds that may be left out.
    mutating func integer(_ name: String, in range: ClosedRange<Int64>) throws(JSONMismatch) -> Int64? {
        guard let node = object.node(name), !node.isNull else { return nil }
        return try Self.integer(node, in: range)
    }

    private static func integer(_ node: JSONNode, in range: ClosedRange<Int64>) throws(JSONMismatch) -> Int64 {
        let value = try Int64(from: node)
        guard range.contains(value) else {
            throw JSONMismatch(node, "cannot take this number: it goes from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A duration that may be left out; safe to turn into an integer of milliseconds.
    mutating func seconds(
        _ name: String, in range: ClosedRange<Double> = WireLimits.seconds
    ) throws(JSONMismatch) -> Double? {
        guard let node = object.node(name), !node.isNull else { return nil }
        let seconds = try Double(from: node)
        guard range.contains(seconds) else {
            throw JSONMismatch(
                node,
                "cannot take this duration: it is in seconds, \(Int64(range.lowerBound)) to \(Int64(range.upperBound))")
        }
        return seconds
    }

    /// What names a link: exactly one of `token` and `code`.
    mutating func tokenOrCode() throws(JSONMismatch) -> (token: String?, code: String?) {
        let token: String? = try object.optional("token")
        let code: String? = try object.optional("code")
        if token == nil, code == nil { throw JSONMismatch(missing: "token", in: object.object) }
        if token != nil, let both = object.node("code"), code != nil {
            throw JSONMismatch(both, "cannot take a code beside a token: give one of them")
        }
        return (token, code)
    }
}
