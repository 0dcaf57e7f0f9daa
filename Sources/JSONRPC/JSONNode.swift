/// A value inside a document: a view, cheap to copy, that keeps the document's bytes alive.
public struct JSONNode: Sendable {
    /// The six kinds of value that JSON has.
    public enum Kind: Sendable, Equatable { case null, bool, number, string, array, object }

    let storage: JSONStorage
    let index: Int

    @inline(__always)
    init(_ storage: JSONStorage, _ index: Int) {
        self.storage = storage
        self.index = index
    }

    @inline(__always)
    var token: JSONToken { storage.tape[index] }

    /// The kind of this value.
    public var kind: Kind {
        switch token.shape {
        case .null: .null
        case .false, .true: .bool
        case .integer, .fraction: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// Whether this is `null`.
    public var isNull: Bool { token.shape == .null }

    /// The truth value; nil for another kind.
    public var bool: Bool? {
        switch token.shape {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The text with its escapes resolved; nil for another kind.
    public var string: String? {
        let token = token
        guard token.shape == .string else { return nil }
        return storage.bytes.withUnsafeBufferPointer { buffer in
            let contents = UnsafeBufferPointer(rebasing: buffer[token.contents])
            return token.hasEscapes ? JSONUnescaping.text(contents) : String(decoding: contents, as: UTF8.self)
        }
    }

    /// Whether this is a string that, with its escapes resolved, has exactly the bytes of `text`.
    public func equals(_ text: StaticString) -> Bool {
        let token = token
        guard token.shape == .string else { return false }
        return text.withUTF8Buffer { storage.string(token, means: $0) }
    }

    /// Whether this is a string that, with its escapes resolved, has exactly the bytes of `text`.
    @_disfavoredOverload
    public func equals(_ text: String) -> Bool {
        let token = token
        guard token.shape == .string else { return false }
        var text = text
        return text.withUTF8 { storage.string(token, means: $0) }
    }

    /// The token or container as it is written, its quotes or brackets included.
    public var rawBytes: ArraySlice<UInt8> {
        let token = token
        return storage.bytes[Int(token.start)..<Int(token.end)]
    }

    /// How many elements an array or members an object has; 0 for another kind.
    public var count: Int { token.count }

    /// The elements of an array; empty for another kind.
    public var elements: JSONElements { JSONElements(self) }

    /// The members of an object, as written; empty for another kind.
    public var members: JSONMembers { JSONMembers(self) }

    /// The member of an object whose name, with its escapes resolved, has exactly the bytes of `name`.
    public subscript(_ name: String) -> JSONNode? {
        guard token.shape == .object else { return nil }
        var name = name
        return name.withUTF8 { text in
            let end = Int(token.next)
            var at = index + 1
            while at < end {
                if storage.string(storage.tape[at], means: text) { return JSONNode(storage, at + 1) }
                at = Int(storage.tape[at + 1].next)
            }
            return nil
        }
    }
}
