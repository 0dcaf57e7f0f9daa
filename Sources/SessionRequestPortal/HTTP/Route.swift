/// What a visitor asks for, read from the path alone.
package enum Route: Equatable, Sendable {
    /// A press on the page of a link.
    package enum Press: String, Sendable, CaseIterable {
        case open, grant, deny, revoke, cancel, feedback
    }

    /// A call of a client.
    package enum Call: String, Sendable, CaseIterable {
        case open, grant, deny, revoke, cancel
    }

    case home
    case health
    case link(token: String)
    case press(token: String, Press)
    case linkEvents(token: String)
    case code
    case help(queue: String)
    case asset(name: String)
    case apiLink(token: String)
    case apiEvents(token: String)
    case apiCall(token: String, Call)
    case apiCodes
    /// Nothing of ours; `isInterface` when a program asks.
    case unknown(isInterface: Bool)

    /// - Parameter path: without prefix and query, still percent-encoded; nothing of ours needs that.
    package init(path: Substring) {
        guard path.utf8.count <= PortalLimits.path, path.first == "/" else {
            self = .unknown(isInterface: false)
            return
        }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.count, parts[0]) {
        case (1, ""): self = .home
        case (1, "healthz"): self = .health
        case (1, "join"): self = .code
        case (2, "q") where Self.isSlug(parts[1]): self = .help(queue: String(parts[1]))
        case (2, "assets"): self = .asset(name: String(parts[1]))
        case (2, "s") where Self.isToken(parts[1]): self = .link(token: String(parts[1]))
        case (3, "s") where Self.isToken(parts[1]):
            if parts[2] == "events" {
                self = .linkEvents(token: String(parts[1]))
            } else if let press = Press(rawValue: String(parts[2])) {
                self = .press(token: String(parts[1]), press)
            } else {
                self = .unknown(isInterface: false)
            }
        case (_, "api"): self = Self.interface(parts)
        default: self = .unknown(isInterface: false)
        }
    }

    private static func interface(_ parts: [Substring]) -> Route {
        if parts == ["api", "v1", "codes"] { return .apiCodes }
        guard (4...5).contains(parts.count), parts[1] == "v1", parts[2] == "links", isToken(parts[3]) else {
            return .unknown(isInterface: true)
        }
        let token = String(parts[3])
        guard parts.count == 5 else { return .apiLink(token: token) }
        if parts[4] == "events" { return .apiEvents(token: token) }
        return Call(rawValue: String(parts[4])).map { .apiCall(token: token, $0) } ?? .unknown(isInterface: true)
    }

    /// Whether it can be a token at all; everything else about it is the daemon's to say.
    private static func isToken(_ text: Substring) -> Bool {
        (1...PortalLimits.token).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private static func isSlug(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
    }

    /// Whether a program asks, which reads JSON.
    package var isInterface: Bool {
        switch self {
        case .apiLink, .apiEvents, .apiCall, .apiCodes: true
        case .unknown(let isInterface): isInterface
        default: false
        }
    }
}
