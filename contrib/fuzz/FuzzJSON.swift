/// Every node can be read in every way, and its pointer leads back to it.
func checkNodes(_ document: JSONDocument) {
    var rest = 200
    visit(document.root, document.root, &rest)
}

private func visit(_ node: JSONNode, _ root: JSONNode, _ rest: inout Int) {
    guard rest > 0 else { return }
    rest -= 1
    check(node.kind == .string || node.string == nil, "only strings have a text")
    check(node.kind == .number || node.double == nil, "only numbers have a value")
    if let integer = node.integer { check(node.double == Double(integer), "an integer is a double as well") }
    if let text = node.string { check(node.equals(text), "a string equals its text") }
    var reader = try? JSONObjectReader(node)
    let pointer = node.pointer(from: root).unicodeScalars
    var path = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { Substring($0) }[...]
    check(follow(&path, from: root)?.index == node.index, "a pointer leads to its node")
    for element in node.elements { visit(element, root, &rest) }
    for (name, value) in node.members {
        check(node[name.string ?? ""]?.index == value.index, "a member is found by its name")
        check(reader?.node(name.string ?? "")?.index == value.index, "a reader finds a member by its name")
        visit(value, root, &rest)
    }
    if let reader { check((try? reader.refuseUnknown()) != nil, "a reader knows what it was asked for") }
}

private func follow(_ path: inout ArraySlice<Substring>, from node: JSONNode) -> JSONNode? {
    var node = node
    while let token = path.popFirst() {
        switch node.kind {
        case .array:
            guard let position = Int(token), let element = node.elements.dropFirst(position).first(where: { _ in true })
            else { return nil }
            node = element
        default:
            var name = ""
            var isEscape = false
            for scalar in token.unicodeScalars {
                if isEscape { name.unicodeScalars.append(scalar == "1" ? "/" : "~") }
                if !isEscape, scalar != "~" { name.unicodeScalars.append(scalar) }
                isEscape = !isEscape && scalar == "~"
            }
            guard let member = node[name] else { return nil }
            node = member
        }
    }
    return node
}

/// What the writer makes of a document is read as the same values, and written the same again.
func checkRoundTrip(_ document: JSONDocument) {
    var writer = JSONWriter()
    writer.value(document.root)
    guard let compact = try? JSONDocument(writer.bytes) else { return check(false, "a compact copy is JSON") }
    guard let value = try? JSONValue(from: document.root) else {
        // Only a number too large for a double has no value, and it has none in the copy either.
        return check((try? JSONValue(from: compact.root)) == nil, "a compact copy has the same values")
    }
    check((try? JSONValue(from: compact.root)) == value, "a compact copy has the same values")
    writer.removeAll()
    writer.value(value)
    check(!writer.bytes.contains(0x0A), "a message is one line")
    guard let written = try? JSONDocument(writer.bytes) else { return check(false, "what is written is JSON") }
    check((try? JSONValue(from: written.root)) == value, "what is written is read as the same values")
}

/// Every message is sorted out, and an answer to each is a message with the same id.
func checkEnvelope(_ document: JSONDocument) {
    let messages =
        switch Envelope.read(document) {
        case .single(let message): [message]
        case .batch(let messages): messages
        }
    for message in messages.prefix(50) {
        let id: RequestID
        switch message {
        case .call(let call): id = call.id ?? .null
        case .invalid(let echo, _): id = echo
        case .response: continue
        }
        var writer = JSONWriter()
        Reply.failure(id: id, code: -32600, message: "cannot", to: &writer)
        let answer = try? JSONDocument(writer.bytes)
        check(answer?.root["id"].map { Array($0.rawBytes) } == id.raw, "an answer carries the id as it was written")
    }
}
