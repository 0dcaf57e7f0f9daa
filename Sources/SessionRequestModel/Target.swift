/// Where an agent's remote-desktop client finds the recipient's machine.
///
/// A target reaches command lines of agents' desks, so it exists only for an address that its scheme's grammar takes
/// whole and that cannot be read as an option.
public struct Target: Sendable, Hashable {
    /// The scheme: `anydesk`, `rustdesk`, `vnc`, `rdp`, `ssh`, or one that the configuration adds.
    public let scheme: String
    /// The address as the scheme writes it.
    public let address: String

    /// Throws when the scheme is no name of one (`TextRule.checkScheme`), or the address is not one of the scheme.
    ///
    /// - Parameter allowsPrivateHosts: whether a host may be private, loopback, link-local or of a single label.
    public init(scheme: String, address: String, allowsPrivateHosts: Bool) throws(Violation) {
        do { try TextRule.checkScheme(scheme) } catch { throw error.inside("scheme") }
        do throws(Violation) {
            try TextRule.checkLine(address, atMost: Limits.address)
            guard !address.hasPrefix("-") else { throw Violation("must not begin with -") }
            try AddressGrammar(scheme: scheme).check(address, allowsPrivateHosts: allowsPrivateHosts)
        } catch { throw error.inside("address") }
        self.scheme = scheme
        self.address = address
    }

    /// A target that was checked when it was made, read back from where it was kept.
    package init(kept scheme: String, address: String) {
        self.scheme = scheme
        self.address = address
    }
}
