/// A text with placeholders for parts of a target's address.
///
/// `{address}` is the whole address; `{host}` the address without its port, with the account before it and the brackets
/// of an IPv6 address; `{unbracketed}` the same without the brackets; `{port}` the port in decimal. Braces mean nothing
/// else, and cannot be escaped. Values are put in all at once: what they hold is never read as a placeholder.
struct LaunchTemplate: Sendable, Hashable {
    /// What stands in braces.
    enum Placeholder: String, Sendable, CaseIterable {
        case address, host, unbracketed, port
    }

    private enum Piece: Sendable, Hashable {
        case text(String)
        case value(Placeholder)
    }

    private let pieces: [Piece]

    /// Throws at a brace that is not part of one of the placeholders.
    init(_ text: String) throws(Violation) {
        let refusal = Violation("may hold braces only in {address}, {host}, {unbracketed} and {port}")
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}"),
                let placeholder = Placeholder(rawValue: String(rest[rest.index(after: brace)..<end]))
            else { throw refusal }
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            pieces.append(.value(placeholder))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// Whether it is the same text for every target.
    var isConstant: Bool {
        pieces.allSatisfy { if case .text = $0 { true } else { false } }
    }

    /// Whether it says where to connect to, and not only by which port.
    var namesHost: Bool {
        pieces.contains { $0 == .value(.address) || $0 == .value(.host) || $0 == .value(.unbracketed) }
    }

    /// The text with the parts of `address` put in, each passed through `encode`.
    ///
    /// Where the address has no port, `{port}` goes together with the colons right before it; nil when there are none,
    /// for then the text makes no sense without a port.
    func text(for address: AddressParts, encode: (String) -> String = { $0 }) -> String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let constant): text += constant
            case .value(.address): text += encode(address.whole)
            case .value(.host): text += encode(address.host)
            case .value(.unbracketed): text += encode(address.unbracketedHost)
            case .value(.port):
                if let port = address.port {
                    text += port
                } else {
                    guard text.hasSuffix(":") else { return nil }
                    while text.hasSuffix(":") { text.removeLast() }
                }
            }
        }
        return text
    }
}

/// An address taken apart into host and port.
struct AddressParts {
    let whole: String
    /// Everything before the port.
    let host: String
    /// Decimal digits; nil when the address has none.
    let port: String?

    /// The port is what follows the only colon, or the closing bracket and a colon; an address with neither is all host.
    init(_ address: String) {
        whole = address
        let colon = address.utf8.lastIndex(of: UInt8(ascii: ":"))
        if let colon {
            let before = address[..<colon]
            let after = address[address.index(after: colon)...]
            if before.hasSuffix("]") || !before.utf8.contains(UInt8(ascii: ":")), (1...5).contains(after.utf8.count),
                after.utf8.allSatisfy({ (48...57).contains($0) })
            {
                host = String(before)
                port = String(after)
                return
            }
        }
        host = address
        port = nil
    }

    /// The host, with `[2001:db8::1]` as `2001:db8::1` for programs that take the port elsewhere.
    var unbracketedHost: String {
        guard host.hasSuffix("]") else { return host }
        return String(host.dropLast().filter { $0 != "[" })
    }
}
