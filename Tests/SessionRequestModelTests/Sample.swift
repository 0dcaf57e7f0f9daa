internal import SessionRequestModel

/// Values that the suites start from.
enum Sample {
    /// 2026-11-23T10:00:00Z.
    static let start = Timestamp(milliseconds: 1_795_428_000_000)
    static let ana = Actor(kind: .user, uid: 1000, user: "ana")
    static let ben = Actor(kind: .user, uid: 1001, user: "ben")
    static let lifetime: Int64 = 86_400

    /// `seconds` after `start`.
    static func at(_ seconds: Int64) -> Timestamp { start.adding(seconds: seconds) }

    static func draft() throws -> SessionRequestDraft {
        SessionRequestDraft(recipient: try Recipient(name: "Maria"), defaultLifetimeSeconds: lifetime)
    }

    static func join(lease: Timestamp? = nil, at now: Timestamp = start) throws -> Join {
        try Join(
            method: .client, client: JoinClient(name: "anydesk", version: "9.0.4"),
            target: Target(scheme: "anydesk", address: "123456789", allowsPrivateHosts: false), grantedAt: now,
            permissions: ["view"], leaseExpiresAt: lease)
    }

    /// A request that ana made at `start` and that came to `status` within its first second, by the methods alone.
    static func request(
        in status: Status = .open, assignee: Assignee? = nil, lease: Timestamp? = nil
    ) throws -> SessionRequest {
        var draft = try draft()
        draft.assignee = assignee
        var (request, _) = try SessionRequest.created(from: draft, id: 42, by: ana, at: start)
        let now = Timestamp(milliseconds: start.milliseconds + 500)
        switch status {
        case .open: break
        case .waiting: _ = try request.opened(by: .recipient, at: now)
        case .ready, .connected:
            _ = try request.granted(join(lease: lease, at: now), by: .recipient, at: now)
            if status == .connected { _ = try request.connected(claimedBy: "ana", leased: false, by: ana, at: now) }
        case .closed: _ = try request.closed(reason: .done, note: nil, by: ana, at: now)
        case .expired: _ = request.timePassed(to: request.expiresAt)
        }
        return request
    }
}

extension [Event] {
    /// The types of the events without their family.
    var names: [String] { map { String($0.type.rawValue.drop { $0 != "." }.dropFirst()) } }
}

/// A generator with a known sequence (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
