public import JSONRPC

/// One method of the protocol: its name on the wire, what it takes and what it answers.
public protocol RPCMethod: Sendable {
    /// Read strictly: a member that the method does not know is refused with its place.
    associatedtype Params: JSONDecodable & JSONEncodable & Sendable
    /// Read leniently: a newer service may say more.
    associatedtype Result: JSONDecodable & JSONEncodable & Sendable
    /// `family.verb`, as in the schema.
    static var name: String { get }
}

extension RPCMethod {
    /// Reads the params of a call; nil, a call without any, reads as an empty object.
    ///
    /// What is thrown has its place within the document: `JSONMismatch.pointer(from:)` with the same node counts from
    /// the params, as errors do.
    public static func params(from node: JSONNode?) throws(JSONMismatch) -> Params {
        if let node { return try Params(from: node) }
        guard let empty = try? JSONDocument("{}") else {
            throw JSONMismatch(pointer: "", message: "cannot do without params")
        }
        return try Params(from: empty.root)
    }
}
