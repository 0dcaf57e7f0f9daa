public import JSONRPC

/// Which events are meant: those about requests that match, of these types.
public struct WireEventFilter: WireObject, Equatable {
    /// Which requests they are about. Its members stand beside `types` on the wire.
    public var requests: WireFilter
    /// Their types, such as `sessionRequest.opened`; nil: every type.
    public var types: [String]?

    /// Just these members.
    public init(requests: WireFilter = WireFilter(), types: [String]? = nil) {
        self.requests = requests
        self.types = types
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        requests = try WireFilter(reading: &reader)
        types = try reader.list("types", atMost: WireLimits.filterEntries)
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        requests.encodeMembers(to: &writer)
        writer.member("types", ifPresent: types)
        writer.endObject()
    }
}
