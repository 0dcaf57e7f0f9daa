internal import JSONRPC
internal import SessionRequestWire

/// What an event changed, gathered member by member. What is the same is not written out.
struct ChangeList {
    private(set) var changes = WireChanges()

    /// Notes a member unless it is the same before and after, and told the same.
    mutating func compare<Value: Equatable, Told: JSONEncodable & Equatable>(
        _ field: String, _ before: Value, _ after: Value, _ tell: (Value) -> Told?
    ) {
        guard before != after else { return }
        let (from, to) = (tell(before), tell(after))
        guard from != to else { return }
        changes.fields.append(WireChange(field: field, from: Self.json(from), to: Self.json(to)))
    }

    private static func json(_ value: (some JSONEncodable)?) -> [UInt8]? {
        guard let value else { return nil }
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }
}
