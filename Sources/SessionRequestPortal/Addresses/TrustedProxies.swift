/// Who may say from where a visitor comes.
package struct TrustedProxies: Sendable, Equatable {
    private struct Network: Sendable, Equatable {
        let bytes: [UInt8]
        let bits: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1)
            guard let first = parts.first, let address = IPAddress(first) else { return nil }
            bytes = address.bytes
            bits = parts.count == 2 ? Int(parts[1]) ?? bytes.count * 8 : bytes.count * 8
        }

        func holds(_ address: IPAddress) -> Bool {
            guard address.bytes.count == bytes.count else { return false }
            return (0..<bits).allSatisfy { bit in
                (address.bytes[bit / 8] ^ bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    private let networks: [Network]
    private let trustsUnix: Bool

    /// Addresses, networks, and `unix`, as they are configured.
    package init(_ texts: [String]) {
        networks = texts.compactMap(Network.init)
        trustsUnix = texts.contains("unix")
    }

    /// Whether who is connected may say so.
    package func trust(_ peer: Peer) -> Bool {
        switch peer {
        case .unix: trustsUnix
        case .address(let address): networks.contains { $0.holds(address) }
        }
    }
}

/// Who is at the other end of a connection.
package enum Peer: Sendable, Equatable {
    /// Somebody on this machine, over a Unix socket.
    case unix
    /// Somebody at an address.
    case address(IPAddress)
}
