extension JSONNode {
    /// The JSON pointer (RFC 6901) that leads from `base` to this node: "" for `base` itself.
    ///
    /// Found by walking down from `base`, so it costs as much as `base` is long: for errors, not for the way of a good
    /// message. `base` must be in the same document and hold this node; otherwise the pointer is counted from the root.
    public func pointer(from base: JSONNode) -> String {
        let holds = base.storage === storage && base.index <= index && index < Int(base.token.next)
        var at = holds ? base.index : 0
        var pointer = ""
        while at != index {
            let isObject = storage.tape[at].shape == .object
            var child = at + 1
            var position = 0
            while index >= Int(storage.tape[isObject ? child + 1 : child].next) {
                child = Int(storage.tape[isObject ? child + 1 : child].next)
                position += 1
            }
            pointer += "/"
            if isObject {
                pointer += Self.escaped(JSONNode(storage, child).string ?? "")
                // A name has the place of its member.
                if child == index { return pointer }
                at = child + 1
            } else {
                pointer += String(position)
                at = child
            }
        }
        return pointer
    }

    /// One reference token of a JSON pointer: `~` and `/` written as `~0` and `~1`.
    static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
