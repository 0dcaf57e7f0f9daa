internal import JSONRPC
internal import SessionRequestModel

/// How a request is kept in the body of an event: one JSON object, in names of its own that releases keep.
///
/// Written without what can be derived or is at its default, so that a record stays small. It holds neither a link nor
/// a code: those are computed where they are answered.
enum RecordCodec {
    static func write(_ request: SessionRequest, to writer: inout JSONWriter) {
        writer.beginObject()
        for field in RecordField.all { field.write(of: request, to: &writer) }
        writer.endObject()
    }

    /// Writes those fields of `before` that differ from `after`; null where a field was absent then.
    static func writeDifference(from before: SessionRequest, to after: SessionRequest, to writer: inout JSONWriter) {
        writer.beginObject()
        for field in RecordField.all where field.differs(before, after) {
            if !field.write(of: before, to: &writer) { writer.member(field.name, orNull: String?.none) }
        }
        writer.endObject()
    }

    /// Reads a record.
    static func read(_ record: JSONNode) throws -> SessionRequest {
        try RecordFields(record).sessionRequest()
    }

    /// Reads a record, and the same as it was before.
    static func read(_ record: JSONNode, difference: JSONNode) throws -> (after: SessionRequest, before: SessionRequest)
    {
        var fields = RecordFields(record)
        let after = try fields.sessionRequest()
        fields.replace(with: difference)
        return (after, try fields.sessionRequest())
    }
}
