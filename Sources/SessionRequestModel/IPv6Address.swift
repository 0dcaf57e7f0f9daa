/// Eight groups, in order.
struct IPv6Address {
    let groups: [UInt16]

    /// Nil unless it is an address of RFC 4291 section 2.2, without a zone.
    init?(_ text: Substring) {
        guard (2...45).contains(text.utf8.count), text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
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
        guard
            let double = zip(characters, characters.dropFirst()).enumerated().first(where: { $0.element == (58, 58) })
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

    /// Whether it is unspecified, loopback, link-local, site-local, unique local, multicast or discarded (RFC 6890), or
    /// carries an IPv4 address that is private: mapped, compatible, translated (RFC 6052, RFC 8215), 6to4 or Teredo.
    var isPrivate: Bool {
        carriedIPv4.contains(where: \.isPrivate)
            || groups[0] & 0xFFC0 == 0xFE80 || groups[0] & 0xFFC0 == 0xFEC0 || groups[0] & 0xFE00 == 0xFC00
            || groups[0] & 0xFF00 == 0xFF00
            || groups.starts(with: [0x0100, 0, 0, 0]) || groups.starts(with: [0x64, 0xFF9B, 1])
    }

    private var carriedIPv4: [IPv4Address] {
        let last = IPv4Address(groups[6], groups[7])
        if groups.starts(with: [0, 0, 0, 0]), [[0, 0], [0, 0xFFFF], [0xFFFF, 0]].contains(Array(groups[4...5])) {
            return [last]
        }
        if groups.starts(with: [0x64, 0xFF9B, 0, 0, 0, 0]) { return [last] }
        if groups[0] == 0x2002 { return [IPv4Address(groups[1], groups[2])] }
        if groups.starts(with: [0x2001, 0]) {
            return [IPv4Address(groups[2], groups[3]), IPv4Address(groups[6], groups[7], mask: 0xFFFF)]
        }
        return []
    }
}
