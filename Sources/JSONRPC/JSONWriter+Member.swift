extension JSONWriter {
    /// Writes a value.
    @inlinable
    public mutating func value(_ value: some JSONEncodable) {
        value.encode(to: &self)
    }

    /// Writes a name and its value.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: some JSONEncodable) {
        self.name(name)
        value.encode(to: &self)
    }

    /// Writes a name and its value.
    @inlinable
    @_disfavoredOverload
    public mutating func member(_ name: String, _ value: some JSONEncodable) {
        self.name(name)
        value.encode(to: &self)
    }

    /// Writes a name and its value, or nothing at all when there is no value.
    @inlinable
    public mutating func member(_ name: StaticString, ifPresent value: (some JSONEncodable)?) {
        guard let value else { return }
        self.name(name)
        value.encode(to: &self)
    }

    /// Writes a name and its value, which is `null` when there is none.
    @inlinable
    public mutating func member(_ name: StaticString, orNull value: (some JSONEncodable)?) {
        self.name(name)
        if let value { value.encode(to: &self) } else { null() }
    }
}
