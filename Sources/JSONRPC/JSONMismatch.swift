/// A value of the wrong shape: JSON that is well written, but not what is asked for at its place.
public struct JSONMismatch: Error, Sendable, CustomStringConvertible {
    private enum Place: Sendable {
        case node(JSONNode, member: String?)
        case pointer(String)
    }

    private let place: Place

    /// What is wrong and what would be right, in one sentence for people; never quotes what the peer sent.
    public var message: String

    /// A value that is not what it should be.
    public init(_ node: JSONNode, _ message: String) {
        self.place = .node(node, member: nil)
        self.message = message
    }

    /// A member that should be there and is not; its place is where it should be.
    public init(missing name: String, in node: JSONNode) {
        self.place = .node(node, member: name)
        self.message = "cannot do without '\(name)': it is required"
    }

    /// A fault whose place is known as a JSON pointer, counted from wherever the caller counts.
    public init(pointer: String, message: String) {
        self.place = .pointer(pointer)
        self.message = message
    }

    /// The place as a JSON pointer (RFC 6901) from the root of the document; found by walking when asked for.
    public var pointer: String {
        switch place {
        case .node(let node, _): pointer(from: JSONNode(node.storage, 0))
        case .pointer(let pointer): pointer
        }
    }

    /// The place as a JSON pointer from `base`, for instance from a call's params; it costs as much as `base` is long.
    ///
    /// A pointer that was given as one is answered unchanged.
    public func pointer(from base: JSONNode) -> String {
        switch place {
        case .node(let node, let member):
            node.pointer(from: base) + (member.map { "/" + JSONNode.escaped($0) } ?? "")
        case .pointer(let pointer): pointer
        }
    }

    /// The place from the root, and the message.
    public var description: String { "\(pointer.isEmpty ? "the value" : pointer): \(message)" }
}
