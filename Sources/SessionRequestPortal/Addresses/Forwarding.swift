package import SessionRequestConfiguration

/// From where a visitor comes: the nearest address that no trusted proxy has.
package enum Forwarding {
    /// Follows a field of forwarding back from the peer for as long as each hop is trusted. Nil when nobody says it: a
    /// Unix socket whose peer is not trusted, or who says nothing.
    ///
    /// - Parameters:
    ///   - values: the values of the field that trusted proxies write, in order.
    ///   - field: which one that is.
    package static func source(
        peer: Peer, values: [String], of field: PortalSettings.ForwardedField, trusted: TrustedProxies
    ) -> IPAddress? {
        var nearest: IPAddress?
        if case .address(let address) = peer { nearest = address }
        guard trusted.trust(peer) else { return nearest }
        let hops =
            switch field {
            case .xForwardedFor: values.flatMap(listed)
            case .forwarded: values.flatMap(listed).map(node)
            }
        for hop in hops.reversed().prefix(PortalLimits.hops) {
            guard let address = address(in: hop) else { return nearest }
            nearest = address
            guard trusted.trust(.address(address)) else { return nearest }
        }
        return nearest
    }

    private static func listed(_ value: String) -> [Substring] {
        value.suffix(4096).split(separator: ",").map(\.trimmingSpaces)
    }

    /// What stands behind `for=` in an element of `Forwarded`, without its quotation marks.
    private static func node(_ element: Substring) -> Substring {
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmingSpaces.lowercased() == "for" else { continue }
            let value = parts[1].trimmingSpaces
            return value.count > 1 && value.first == "\"" && value.last == "\"" ? value.dropFirst().dropLast() : value
        }
        return ""
    }

    /// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
    private static func address(in hop: Substring) -> IPAddress? {
        if hop.first == "[" {
            guard let end = hop.firstIndex(of: "]") else { return nil }
            return IPAddress(hop[hop.index(after: hop.startIndex)..<end])
        }
        if let address = IPAddress(hop) { return address }
        let parts = hop.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? IPAddress(parts[0]) : nil
    }
}

extension Substring {
    /// Without spaces and tabs at its ends.
    package var trimmingSpaces: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
