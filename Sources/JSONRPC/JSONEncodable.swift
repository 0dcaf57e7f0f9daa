/// Something that writes itself as one JSON value.
public protocol JSONEncodable {
    /// Writes exactly one value.
    func encode(to writer: inout JSONWriter)
}

extension String: JSONEncodable {
    /// Writes the text.
    public func encode(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONEncodable {
    /// Writes `true` or `false`.
    public func encode(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Int: JSONEncodable {
    /// Writes the integer.
    public func encode(to writer: inout JSONWriter) { writer.integer(Int64(self)) }
}

extension Int64: JSONEncodable {
    /// Writes the integer.
    public func encode(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Double: JSONEncodable {
    /// Writes the number; one that is not finite as `null`.
    public func encode(to writer: inout JSONWriter) { writer.double(self) }
}

extension Array: JSONEncodable where Element: JSONEncodable {
    /// Writes the elements in order.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { element.encode(to: &writer) }
        writer.endArray()
    }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
    /// Writes the members in the order of their names, so that equal dictionaries give equal bytes.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, value) in sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
        writer.endObject()
    }
}

extension JSONNode: JSONEncodable {
    /// Writes the value again as it was spelled, without the whitespace between its parts.
    public func encode(to writer: inout JSONWriter) {
        switch kind {
        case .object:
            writer.beginObject()
            for (name, value) in members {
                writer.rawName(name.rawBytes)
                value.encode(to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            for element in elements { element.encode(to: &writer) }
            writer.endArray()
        default: writer.raw(rawBytes)
        }
    }
}
