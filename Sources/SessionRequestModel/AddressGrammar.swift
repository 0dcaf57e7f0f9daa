/// What an address of a scheme looks like.
public enum AddressGrammar: Sendable, Hashable {
    /// Nine or ten digits, or `name@namespace`.
    case anydesk
    /// Six to sixteen digits, or a custom identifier that begins with a letter.
    case rustdesk
    /// `host` or `host:port`.
    case host
    /// `host`, `user@host`, either with `:port`.
    case userAtHost
    /// Letters, digits and `. _ - @ : [ ] /`: what a scheme without a grammar of its own may use.
    case plain

    /// The grammar of a scheme; `plain` for one that is not built in.
    public init(scheme: String) {
        switch scheme {
        case "anydesk": self = .anydesk
        case "rustdesk": self = .rustdesk
        case "vnc", "rdp": self = .host
        case "ssh": self = .userAtHost
        default: self = .plain
        }
    }

    /// The grammar as a regular expression for a form or a client to check against before it asks.
    public var pattern: String {
        switch self {
        case .anydesk: "^([1-9][0-9]{8,9}|[A-Za-z0-9][A-Za-z0-9._-]{0,63}@[A-Za-z0-9][A-Za-z0-9._-]{0,63})$"
        case .rustdesk: "^([1-9][0-9]{5,15}|[A-Za-z][A-Za-z0-9_-]{5,15})$"
        case .host: "^([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$"
        case .userAtHost:
            "^([A-Za-z0-9_][A-Za-z0-9._-]{0,31}@)?([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$"
        case .plain: "^[A-Za-z0-9_\\[][A-Za-z0-9._@:/\\[\\]-]*$"
        }
    }

    func check(_ address: String, allowsPrivateHosts: Bool) throws(Violation) {
        switch self {
        case .anydesk:
            guard Self.isNumber(address, digits: 9...10) || Self.isAlias(address) else {
                throw Violation("must be an AnyDesk ID of 9 or 10 digits, or an alias such as ana@desk")
            }
        case .rustdesk:
            guard Self.isNumber(address, digits: 6...16) || Self.isRustDeskName(address) else {
                throw Violation("must be a RustDesk ID of 6 to 16 digits, or a name that begins with a letter")
            }
        case .host:
            try HostAndPort.check(address[...], allowsPrivateHosts: allowsPrivateHosts)
        case .userAtHost:
            var host = address[...]
            if let at = address.firstIndex(of: "@") {
                try Self.check(user: address[..<at])
                host = address[address.index(after: at)...]
            }
            try HostAndPort.check(host, allowsPrivateHosts: allowsPrivateHosts)
        case .plain:
            try TextRule.checkToken(address, atMost: Limits.address, others: "._-@:[]/")
            guard let first = address.utf8.first, TextRule.isAlphanumeric(first) || "_[".utf8.contains(first) else {
                throw Violation("must begin with a letter, a digit, _ or [")
            }
            if !allowsPrivateHosts { try HostAndPort.checkLikely(address) }
        }
    }

    private static func isNumber(_ text: String, digits: ClosedRange<Int>) -> Bool {
        digits.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } && !text.hasPrefix("0")
    }

    private static func isAlias(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                part.utf8.count <= 64 && part.utf8.first.map(TextRule.isAlphanumeric) == true
                    && part.utf8.allSatisfy { TextRule.isAlphanumeric($0) || "._-".utf8.contains($0) }
            }
    }

    private static func isRustDeskName(_ text: String) -> Bool {
        guard (6...16).contains(text.utf8.count), let first = text.utf8.first, TextRule.isAlphanumeric(first),
            !(48...57).contains(first)
        else { return false }
        return text.utf8.allSatisfy { TextRule.isAlphanumeric($0) || "_-".utf8.contains($0) }
    }

    private static func check(user: Substring) throws(Violation) {
        guard (1...32).contains(user.utf8.count), let first = user.utf8.first,
            TextRule.isAlphanumeric(first) || first == UInt8(ascii: "_"),
            user.utf8.allSatisfy({ TextRule.isAlphanumeric($0) || "._-".utf8.contains($0) })
        else { throw Violation("must have an account name of letters, digits and . _ - before the @") }
    }
}
