/// The grammar of `host[:port]`: a name of RFC 1123, a dotted IPv4 address, or an IPv6 address in brackets.
///
/// Spellings of IPv4 that resolvers take and people do not recognise (`2130706433`, `0x7f.1`, `127.1`) are refused.
enum HostAndPort {
    static func check(_ text: Substring, allowsPrivateHosts: Bool) throws(Violation) {
        let host: Substring
        var rest: Substring
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            host = text[text.index(after: text.startIndex)..<close]
            rest = text[text.index(after: close)...]
            guard let address = IPv6Address(host) else {
                throw Violation("must have an IPv6 address between the brackets")
            }
            if !allowsPrivateHosts, address.isPrivate { throw privateHost }
        } else {
            let colon = text.firstIndex(of: ":") ?? text.endIndex
            host = text[..<colon]
            rest = text[colon...]
            try checkName(host, allowsPrivateHosts: allowsPrivateHosts)
        }
        guard !rest.isEmpty else { return }
        rest.removeFirst()
        guard (1...5).contains(rest.utf8.count), rest.utf8.allSatisfy({ (48...57).contains($0) }),
            let port = Int(rest), (1...65535).contains(port), text[host.endIndex...].contains(":")
        else { throw Violation("must have a port of 1 to 65535 after the host") }
    }

    private static let privateHost = Violation(
        "must not be a private, loopback or link-local host unless policy.allowPrivateHosts is set")

    private static func checkName(_ host: Substring, allowsPrivateHosts: Bool) throws(Violation) {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        for label in labels {
            guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-"),
                label.utf8.allSatisfy({ TextRule.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
            else { throw Violation("must have a host name, an IPv4 address, or an IPv6 address in brackets") }
        }
        guard let last = labels.last?.lowercased() else { return }
        if last.utf8.allSatisfy({ (48...57).contains($0) }) || last.hasPrefix("0x") {
            guard let address = IPv4Address(labels) else {
                throw Violation("must write an IPv4 address as four decimal numbers")
            }
            if !allowsPrivateHosts, address.isPrivate { throw privateHost }
            return
        }
        let privateNames: Set<String> = [
            "localhost", "local", "internal", "lan", "home", "intranet", "corp", "private",
        ]
        if !allowsPrivateHosts,
            labels.count == 1 || privateNames.contains(last) || host.lowercased().hasSuffix(".home.arpa")
        {
            throw privateHost
        }
    }
}

/// Four octets, in order.
struct IPv4Address {
    let octets: [UInt8]

    /// Nil unless there are four decimal numbers of 0 to 255 without leading zeros.
    init?(_ labels: [Substring]) {
        guard labels.count == 4 else { return nil }
        octets = labels.compactMap { label in
            label.utf8.count > 1 && label.hasPrefix("0") || label.utf8.count > 3 ? nil : UInt8(label)
        }
        guard octets.count == 4 else { return nil }
    }

    init(octets: [UInt8]) {
        self.octets = octets
    }

    /// Whether it is of the ranges of RFC 6890 that do not lead to one host on the internet.
    var isPrivate: Bool {
        switch (octets[0], octets[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (192, 0),
            (198, 18...19),
            (224..., _):
            true
        default: false
        }
    }
}

/// Eight groups, in order.
struct IPv6Address {
    let groups: [UInt16]

    /// Nil unless it is an address of RFC 4291 section 2.2, without a zone.
    init?(_ text: Substring) {
        guard text.utf8.count >= 2, text.utf8.count <= 45 else { return nil }
        var text = text
        var tail: [UInt16] = []
        if text.contains(".") {
            guard let colon = text.lastIndex(of: ":"),
                let address = IPv4Address(
                    text[text.index(after: colon)...].split(separator: ".", omittingEmptySubsequences: false))
            else { return nil }
            tail = stride(from: 0, to: 4, by: 2).map {
                UInt16(address.octets[$0]) << 8 | UInt16(address.octets[$0 + 1])
            }
            text = text[...colon]
            if !text.hasSuffix("::") { text = text.dropLast() }
        }
        guard let read = Self.groups(of: text, count: 8 - tail.count) else { return nil }
        groups = read + tail
    }

    private static func groups(of text: Substring, count: Int) -> [UInt16]? {
        let characters = Array(text.utf8)
        guard let double = zip(characters, characters.dropFirst()).enumerated().first(where: { $0.element == (58, 58) })
        else {
            let all = list(text)
            return all?.count == count ? all : nil
        }
        let head = text.utf8.prefix(double.offset)
        let tail = text.utf8.dropFirst(double.offset + 2)
        guard let before = list(Substring(head)), let after = list(Substring(tail)), before.count + after.count < count
        else { return nil }
        return before + Array(repeating: 0, count: count - before.count - after.count) + after
    }

    private static func list(_ text: Substring) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16)
            else { return nil }
            groups.append(group)
        }
        return groups
    }

    /// Whether it is loopback, unspecified, link-local, unique local, multicast, or maps an IPv4 address that is private.
    var isPrivate: Bool {
        if groups.prefix(7).allSatisfy({ $0 == 0 }) { return true }
        if groups.prefix(5).allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF || groups[5] == 0 {
            return embedded(at: 6).isPrivate
        }
        if groups[0] == 0x64, groups[1] == 0xFF9B { return embedded(at: 6).isPrivate }
        if groups[0] == 0x2002 { return embedded(at: 1).isPrivate }
        return groups[0] & 0xFFC0 == 0xFE80 || groups[0] & 0xFE00 == 0xFC00 || groups[0] & 0xFF00 == 0xFF00
    }

    private func embedded(at index: Int) -> IPv4Address {
        IPv4Address(octets: groups[index...index + 1].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }
}
