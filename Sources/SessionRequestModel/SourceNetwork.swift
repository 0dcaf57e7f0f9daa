/// The visitors that share a budget: one IPv4 address, or the /64 network that one customer has under IPv6.
public enum SourceNetwork {
    /// The same text for all addresses of one network; the text itself for what is no address.
    public static func key(of address: String) -> String {
        guard let groups = IPv6Address(address[...])?.groups else { return address }
        let isMappedIPv4 = groups.prefix(5).allSatisfy { $0 == 0 } && groups[5] == 0xFFFF
        if isMappedIPv4 {
            return groups[6...].flatMap { [$0 >> 8, $0 & 0xFF] }.map { String($0) }.joined(separator: ".")
        }
        return groups.prefix(4).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}
