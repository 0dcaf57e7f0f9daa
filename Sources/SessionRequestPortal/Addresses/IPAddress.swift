internal import Glibc

/// An address of the Internet Protocol; one of IPv4 that is written within IPv6 is that of IPv4.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// Four bytes, or sixteen.
    package let bytes: [UInt8]

    /// Reads an address without port, brackets or zone.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 45 else { return nil }
        let text = String(text)
        var room = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &room) == 1 {
            bytes = Array(room[..<4])
        } else if inet_pton(AF_INET6, text, &room) == 1 {
            let isMapped = room[..<10].allSatisfy { $0 == 0 } && room[10] == 0xFF && room[11] == 0xFF
            bytes = isMapped ? Array(room[12...]) : room
        } else {
            return nil
        }
    }

    /// Whose budget it is: one address of IPv4, the network of 64 bits of IPv6.
    package var network: [UInt8] { bytes.count == 4 ? bytes : Array(bytes[..<8]) }

    /// The shortest way to write it.
    package var description: String {
        var room = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &room, socklen_t(room.count)) != nil else { return "" }
        return String(decoding: room.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
