/// The members of an object, in the order in which they are written.
public struct JSONMembers: Sequence, Sendable {
    private let container: JSONNode

    init(_ container: JSONNode) {
        self.container = container
    }

    /// How many there are.
    public var underestimatedCount: Int { container.kind == .object ? container.count : 0 }

    /// Starts at the first member.
    public func makeIterator() -> Iterator { Iterator(container) }

    /// Walks over the members.
    public struct Iterator: IteratorProtocol {
        private let storage: JSONStorage
        private var at: Int
        private let end: Int

        init(_ container: JSONNode) {
            storage = container.storage
            at = container.index + 1
            end = container.token.shape == .object ? Int(container.token.next) : at
        }

        /// The next member, or nil behind the last.
        public mutating func next() -> (name: JSONNode, value: JSONNode)? {
            guard at < end else { return nil }
            let name = at
            at = Int(storage.tape[name + 1].next)
            return (JSONNode(storage, name), JSONNode(storage, name + 1))
        }
    }
}
