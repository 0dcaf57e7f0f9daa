/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
    private let container: JSONNode

    init(_ container: JSONNode) {
        self.container = container
    }

    /// How many there are.
    public var underestimatedCount: Int { container.kind == .array ? container.count : 0 }

    /// Starts at the first element.
    public func makeIterator() -> Iterator { Iterator(container) }

    /// Walks over the elements.
    public struct Iterator: IteratorProtocol {
        private let storage: JSONStorage
        private var at: Int
        private let end: Int

        init(_ container: JSONNode) {
            storage = container.storage
            at = container.index + 1
            end = container.token.shape == .array ? Int(container.token.next) : at
        }

        /// The next element, or nil behind the last.
        public mutating func next() -> JSONNode? {
            guard at < end else { return nil }
            defer { at = Int(storage.tape[at].next) }
            return JSONNode(storage, at)
        }
    }
}
