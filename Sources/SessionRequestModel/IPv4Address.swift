/// Four octets, in order.
struct IPv4Address {
    let octets: [UInt8]

    /// Nil unless there are four decimal numbers of 0 to 255 without sign and leading zeros.
    init?(_ labels: [Substring]) {
        guard labels.count == 4 else { return nil }
        octets = labels.compactMap { label in
            guard (1...3).contains(label.utf8.count), label.utf8.allSatisfy({ (48...57).contains($0) }),
                label.utf8.count == 1 || !label.hasPrefix("0")
            else { return nil }
            return UInt8(label)
        }
        guard octets.count == 4 else { return nil }
    }

    /// The address of two groups of an IPv6 address, each xor `mask`.
    init(_ high: UInt16, _ low: UInt16, mask: UInt16 = 0) {
        octets = [high ^ mask, low ^ mask].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    /// Whether it is of the ranges of RFC 6890 that lead into one's own network or machine, or to no single host. The
    /// ranges for documentation lead nowhere, and are not among them.
    var isPrivate: Bool {
        switch (octets[0], octets[1], octets[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _),
            (192, 0, 0), (198, 18...19, _), (224..., _, _):
            true
        default: false
        }
    }
}
