/// The parts of a web address that a request needs.
package struct WebAddress: Sendable, Equatable {
    /// `http` or `https`.
    package let scheme: String
    /// The host's name or address, without brackets.
    package let host: String
    package let port: String
    /// With its slash in front.
    package let path: String

    /// Reads an address; nil when it is none, or has a user in it.
    package init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        path = rest[authority.endIndex...].prefix { $0 != "#" && $0 != "?" }.description
        guard !authority.contains("@"), path.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 }) else {
            return nil
        }
        var name = authority
        var number: Substring = scheme == "http" ? "80" : "443"
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            name = authority[authority.index(after: authority.startIndex)..<end]
            let tail = authority[authority.index(after: end)...]
            guard tail.isEmpty || tail.first == ":" else { return nil }
            if !tail.isEmpty { number = tail.dropFirst() }
        } else if let colon = authority.lastIndex(of: ":") {
            name = authority[..<colon]
            number = authority[authority.index(after: colon)...]
        }
        guard !name.isEmpty, UInt16(number) != nil, name.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return nil }
        host = String(name)
        port = String(number)
    }

    /// What the field `Host` says.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (scheme == "http" ? "80" : "443") ? name : "\(name):\(port)"
    }
}
