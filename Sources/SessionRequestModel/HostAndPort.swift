/// The grammar of `host[:port]`: a name of RFC 1123, a dotted IPv4 address, or an IPv6 address in brackets.
///
/// Spellings of IPv4 that resolvers take and people do not recognise (`2130706433`, `0x7f.1`, `0177.0.0.1`, `127.1`), zones
/// and trailing dots are refused. Names are not resolved here: where a public name leads is not known.
enum HostAndPort {
    /// Refuses anything else, and unless `allowsPrivateHosts`, hosts that lead into the agent's own network or machine.
    static func check(_ text: Substring, allowsPrivateHosts: Bool) throws(Violation) {
        let (host, port) = try split(text)
        if let port { try check(port: port) }
        if let host = host.bracketed {
            guard let address = IPv6Address(host) else {
                throw Violation("must have an IPv6 address between the brackets")
            }
            if !allowsPrivateHosts, address.isPrivate { throw privateHost }
        } else {
            try check(name: host, allowsPrivateHosts: allowsPrivateHosts)
        }
    }

    /// Refuses private hosts in an address of no known grammar: what stands after an account and before a port or path,
    /// if it is bracketed, has a dot in it, or is the name of this machine. Anything else may be an identifier.
    static func checkLikely(_ address: String) throws(Violation) {
        let authority = address.prefix { $0 != "/" }
        let text = authority[(authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...]
        let host: Substring
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            host = text[...close]
        } else {
            host = text.prefix { $0 != ":" }
        }
        guard host.hasPrefix("[") || host.contains(".") || host.lowercased() == "localhost" else { return }
        try check(host, allowsPrivateHosts: false)
    }

    private static func split(_ text: Substring) throws(Violation) -> (host: Substring, port: Substring?) {
        var end = text.firstIndex(of: ":") ?? text.endIndex
        if text.hasPrefix("[") {
            guard let close = text.firstIndex(of: "]") else {
                throw Violation("must close the bracket of its IPv6 address")
            }
            end = text.index(after: close)
        }
        let rest = text[end...]
        guard !rest.isEmpty else { return (text, nil) }
        guard rest.hasPrefix(":") else { throw Violation("must have nothing but a port after the host") }
        return (text[..<end], rest.dropFirst())
    }

    private static func check(port: Substring) throws(Violation) {
        guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (48...57).contains($0) }), !port.hasPrefix("0"),
            let number = Int(port), number <= 65535
        else { throw Violation("must have a port of 1 to 65535 after the host") }
    }

    private static let privateHost = Violation(
        "must not be a private, loopback or link-local host unless policy.allowPrivateHosts is set")

    /// Last labels that name no host of the internet: RFC 6761, RFC 6762 appendix G, RFC 8375, and what routers hand out.
    private static let privateDomains: Set<String> = [
        "localhost", "localdomain", "local", "internal", "lan", "home", "intranet", "corp", "private",
    ]

    private static func check(name host: Substring, allowsPrivateHosts: Bool) throws(Violation) {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isName =
            host.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { TextRule.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
        guard isName, let last = labels.last?.lowercased() else {
            throw Violation("must have a host name, an IPv4 address, or an IPv6 address in brackets")
        }
        // What ends in a number is an address to resolvers, whatever stands before it.
        if last.utf8.allSatisfy({ (48...57).contains($0) }) || last.hasPrefix("0x") {
            guard let address = IPv4Address(labels) else {
                throw Violation("must write an IPv4 address as four decimal numbers")
            }
            if !allowsPrivateHosts, address.isPrivate { throw privateHost }
            return
        }
        if allowsPrivateHosts { return }
        if labels.count == 1 || privateDomains.contains(last) || host.lowercased().hasSuffix(".home.arpa") {
            throw privateHost
        }
    }
}

extension Substring {
    /// What stands between a bracket at the start and one at the end.
    fileprivate var bracketed: Substring? {
        hasPrefix("[") && hasSuffix("]") ? dropFirst().dropLast() : nil
    }
}
