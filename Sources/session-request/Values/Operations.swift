internal import JSONRPC
package import SessionRequestWire

/// The operations of a bulk as people and programs write them.
package enum Operations {
    /// One object a line, or one array of objects; throws where it cannot be read, by line.
    package static func read(_ text: String) throws(Unreadable) -> [WireOperation] {
        var nodes: [JSONNode] = []
        if text.first(where: { !$0.isWhitespace }) == "[" {
            nodes = Array(try node(text, place: "the operations").elements)
        } else {
            for (at, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if line.allSatisfy(\.isWhitespace) { continue }
                nodes.append(try node(String(line), place: "line \(at + 1)"))
            }
        }
        guard !nodes.isEmpty else { throw Unreadable("cannot find any operation: give one JSON object a line") }
        guard nodes.count <= WireLimits.operations else {
            throw Unreadable("cannot do \(nodes.count) operations at once: \(WireLimits.operations) are the most")
        }
        var operations: [WireOperation] = []
        for (at, node) in nodes.enumerated() {
            do { operations.append(try WireOperation(from: node)) } catch {
                throw Unreadable("cannot read operation \(at + 1): \(error.message)")
            }
        }
        return operations
    }

    /// A refusal with the operation that it comes from, and that the others were not done either.
    package static func failure(_ failure: Failure, of operations: [WireOperation]) -> Failure {
        guard let index = failure.refusal?.data.index, let at = Int(exactly: index), operations.indices.contains(at)
        else { return failure }
        var told = Failure(
            failure.status, "cannot do operation \(at + 1), \(operations[at].method): \(failure.message)",
            hint: ["Nothing was done.", failure.hint].compactMap { $0 }.joined(separator: " "))
        told.refusal = failure.refusal
        return told
    }

    private static func node(_ text: String, place: String) throws(Unreadable) -> JSONNode {
        do { return try JSONDocument(text).root } catch {
            throw Unreadable("cannot read \(place): it is not JSON (\(error))")
        }
    }
}
