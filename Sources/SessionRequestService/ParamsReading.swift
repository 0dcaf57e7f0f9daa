internal import SessionRequestModel
internal import SessionRequestStore
internal import SessionRequestWire

/// From parameters as they crossed the wire to values of the model. Each throws `invalid_params` with the pointer.
extension Desk {
    /// Runs a check of the model's.
    ///
    /// - Parameters:
    ///   - path: where the checked value stands in the parameters.
    ///   - expiresIn: what the parameters say in place of `expiresAt`, which the model knows alone.
    func checking<Value>(
        _ path: String = "", expiresIn: Double? = nil, _ check: () throws(Violation) -> Value
    ) throws(WireError) -> Value {
        do { return try check() } catch {
            let isDuration = expiresIn != nil && error.pointer == "/expiresAt"
            let place = Self.bounded(path + (isDuration ? "/expiresIn" : error.pointer))
            throw WireError.invalidParams("cannot take \(Self.name(place)): it \(error.message)", path: place)
        }
    }

    /// The pointer, or where it is too long to be told, that of the nearest value around its place.
    private static func bounded(_ pointer: String) -> String {
        var place = pointer[...]
        while place.utf8.count > DeskLimits.pathBytes { place = around(place) }
        return String(place)
    }

    /// How a message names a place: on one line, without what a peer may have put into the name of a member.
    private static func name(_ pointer: String) -> String {
        var place = pointer[...]
        while !place.isEmpty {
            let name = String(place.dropFirst())
            do {
                try TextRule.checkLine(name, atMost: Limits.name)
                return name
            } catch { place = around(place) }
        }
        return "the parameters"
    }

    private static func around(_ pointer: Substring) -> Substring {
        pointer.lastIndex(of: "/").map { pointer[..<$0] } ?? ""
    }

    func instant(_ text: String, at path: String) throws(WireError) -> Timestamp {
        guard let instant = Timestamp(rfc3339: text) else {
            throw WireError.invalidParams(
                "cannot take \(Self.name(path)): it must be an RFC 3339 date-time such as 2026-11-23T10:00:00.000Z",
                path: path)
        }
        return instant
    }

    /// The expiry that either member names; nil when neither does.
    func expiry(at instant: String?, in seconds: Double?, now: Timestamp) throws(WireError) -> Timestamp? {
        guard let seconds else {
            guard let instant else { return nil }
            let expiry = try self.instant(instant, at: "/expiresAt")
            try checking { () throws(Violation) in
                try SessionRequest.check(expiresAt: expiry, schedule: nil, now: now)
            }
            return expiry
        }
        guard instant == nil else {
            throw WireError.invalidParams(
                "cannot take expiresIn: expiresAt is given too; give one of them", path: "/expiresIn")
        }
        guard seconds >= 0.001, seconds <= Double(Limits.lifetimeSeconds) else {
            throw WireError.invalidParams(
                "cannot take expiresIn: it must be more than 0 and at most \(Limits.lifetimeSeconds) seconds",
                path: "/expiresIn")
        }
        return Timestamp(milliseconds: now.milliseconds + Int64(seconds * 1000))
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, at path: String, as type: Word.Type = Word.self
    ) throws(WireError) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            let choice = Word.allCases.count <= 12 ? "one of \(words)" : "a word that rpc.discover lists"
            throw WireError.invalidParams("cannot take \(Self.name(path)): it must be \(choice)", path: path)
        }
        return word
    }

    func recipient(_ wire: WireRecipient, at path: String = "/recipient") throws(WireError) -> Recipient {
        try checking(path) { () throws(Violation) in
            try Recipient(name: wire.name, email: wire.email, phone: wire.phone, language: wire.language)
        }
    }

    /// The schedule, in UTC where it names no time zone.
    func schedule(_ wire: WireSchedule) throws(WireError) -> Schedule {
        let startsAt = try instant(wire.startsAt, at: "/schedule/startsAt")
        var endsAt: Timestamp?
        if let text = wire.endsAt { endsAt = try instant(text, at: "/schedule/endsAt") }
        let end = endsAt
        let schedule = try checking("/schedule") { () throws(Violation) in
            try Schedule(startsAt: startsAt, endsAt: end, timeZone: wire.timeZone ?? "UTC")
        }
        if let zone = wire.timeZone, !timeZoneExists(zone) {
            throw WireError.invalidParams(
                "cannot take schedule/timeZone: there is no time zone of that name; give one such as Europe/Lisbon",
                path: "/schedule/timeZone")
        }
        return schedule
    }

    func reference(_ wire: WireExternalReference) throws(WireError) -> ExternalReference {
        try checking("/externalReference") { () throws(Violation) in
            try ExternalReference(system: wire.system, id: wire.id, url: wire.url)
        }
    }

    /// The assignee, with "me" replaced by the caller.
    func assignee(_ wire: WireAssignee, by caller: Caller, at path: String = "/assignee") throws(WireError) -> Assignee
    {
        if wire.type == "agent", wire.id == "me" { return .agent(caller.user) }
        return try checking(path) { () throws(Violation) in try Assignee(type: wire.type, id: wire.id) }
    }

    /// Throws when the assignee is a queue that does not exist.
    func checkExists(_ assignee: Assignee?, at path: String = "/assignee/id", _ snapshot: Snapshot) throws {
        guard case .queue(let id) = assignee, try snapshot.queue(id) == nil else { return }
        throw Self.noQueue(id, at: path)
    }

    /// The error for a queue that a parameter names and nobody has made.
    static func noQueue(_ id: String, at path: String) -> WireError {
        var error = WireError.notFound("the queue \(id)")
        error.data.path = path
        return error
    }

    /// The slug of a queue, as far as its shape goes.
    func slug(_ id: String, at path: String) throws(WireError) -> String {
        try checking(path) { () throws(Violation) in try Queue.check(id: id) }
        return id
    }

    func line(_ text: String, atMost limit: Int, at path: String) throws(WireError) {
        try checking(path) { () throws(Violation) in try TextRule.checkLine(text, atMost: limit) }
    }

    func note(_ text: String?) throws(WireError) -> String? {
        guard let text else { return nil }
        try checking("/note") { () throws(Violation) in try TextRule.checkText(text, atMost: Limits.note) }
        return text
    }
}
