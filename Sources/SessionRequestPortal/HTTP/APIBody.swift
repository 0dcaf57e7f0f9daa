internal import JSONRPC
internal import SessionRequestWire

/// The JSON that a client sent with a call.
struct APIBody {
    /// It is not what the call takes.
    struct Mismatch: Error {
        let message: String
        /// A JSON pointer into the body.
        let path: String
    }

    private let root: JSONNode?

    /// Throws when it is no JSON; nothing at all is an empty object.
    init(_ bytes: [UInt8]) throws(Mismatch) {
        guard !bytes.isEmpty else {
            root = nil
            return
        }
        do { root = try JSONDocument(bytes).root } catch {
            throw Mismatch(message: "cannot read the body: it is not strict JSON", path: "")
        }
    }

    /// Throws when there is anything in it.
    func checkEmpty() throws(Mismatch) {
        guard let root else { return }
        guard root.kind == .object else {
            throw Mismatch(message: "cannot use \(root.kind.words) here: an object is expected", path: "")
        }
        for member in root.members {
            throw Mismatch(
                message: "cannot take this member: the call takes none",
                path: "/" + Self.pointerPart(member.name.string ?? ""))
        }
    }

    /// A name as a part of a JSON pointer (RFC 6901, 3).
    private static func pointerPart(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }

    /// What looking up a code takes: the code, which the daemon reads.
    func code() throws(Mismatch) -> String {
        guard let root else { throw Mismatch(message: "cannot do without 'code': it is required", path: "/code") }
        guard root.kind == .object else {
            throw Mismatch(message: "cannot use \(root.kind.words) here: an object is expected", path: "")
        }
        for member in root.members where member.name.string != "code" {
            throw Mismatch(
                message: "cannot take this member: the call takes a code",
                path: "/" + Self.pointerPart(member.name.string ?? ""))
        }
        guard let code = root["code"] else {
            throw Mismatch(message: "cannot do without 'code': it is required", path: "/code")
        }
        guard let text = code.string else {
            throw Mismatch(message: "cannot use \(code.kind.words) here: a text is expected", path: "/code")
        }
        return text
    }

    /// What `grant` takes: `join` and `leaseSeconds`.
    func grant(token: String, source: String?) throws(Mismatch) -> LinkMethods.Grant.Params {
        guard let root else { throw Mismatch(message: "cannot do without 'join': it is required", path: "/join") }
        guard root.kind == .object else {
            throw Mismatch(message: "cannot use \(root.kind.words) here: an object is expected", path: "")
        }
        for name in ["token", "code", "source"] where root[name] != nil {
            throw Mismatch(message: "cannot take this member: the address says it", path: "/" + name)
        }
        // The daemon's own reader takes the rest, with the members that it gets from the address.
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("token")
        writer.string(token)
        for member in root.members {
            writer.name(member.name.string ?? "")
            writer.raw(member.value.rawBytes)
        }
        writer.endObject()
        do throws(JSONMismatch) {
            guard let whole = try? JSONDocument(writer.bytes) else {
                throw JSONMismatch(pointer: "", message: "cannot read the body: it is not strict JSON")
            }
            var params = try LinkMethods.Grant.Params(from: whole.root)
            params.source = source
            return params
        } catch {
            throw Mismatch(message: error.message, path: error.pointer)
        }
    }
}
