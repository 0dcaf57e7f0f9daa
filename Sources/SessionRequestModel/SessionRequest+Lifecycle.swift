// The caller brings the request up to date with `timePassed(to:)` before any other method: none of them looks whether a
// lease or the request itself has run out meanwhile. A method that throws has changed nothing.
extension SessionRequest {
    /// The recipient pressed Continue. Pressed again later it changes nothing.
    public mutating func opened(by actor: Actor, at now: Timestamp) throws(InvalidTransition) -> [Event] {
        try apply(.opened, by: actor, at: now)
    }

    /// The recipient allowed access. In ready and connected it renews the lease and nothing else.
    public mutating func granted(_ join: Join, by actor: Actor, at now: Timestamp) throws(InvalidTransition) -> [Event]
    {
        let events = try apply(.granted, by: actor, at: now) { request in
            request.join = join
            request.hasJoined = true
            request.accessRequestedAt = nil
        }
        if events.isEmpty { self.join?.leaseExpiresAt = join.leaseExpiresAt }
        return events
    }

    /// The recipient said no. At the `maxDenials`th time since creation or reopening the service closes the request.
    public mutating func denied(
        by actor: Actor, at now: Timestamp, maxDenials: Int
    ) throws(InvalidTransition) -> [Event] {
        let events = try apply(.denied, by: actor, at: now) { request in
            request.denials += 1
            request.join = nil
            request.accessRequestedAt = nil
        }
        guard denials >= maxDenials else { return events }
        return try events + closed(reason: .denied, note: nil, by: .service, at: now)
    }

    /// The recipient took the access back, or its client's lease ran out.
    public mutating func revoked(by actor: Actor, at now: Timestamp) throws(InvalidTransition) -> [Event] {
        let events = try apply(.revoked, by: actor, at: now) { request in
            request.join = nil
            request.connection = nil
        }
        return events + expireIfDue(at: now)
    }

    /// An agent won the session. Who may is for the caller to decide (`RequestPermissions`).
    ///
    /// - Parameters:
    ///   - claimant: the name of the account whose the request becomes in the step before; nil: it keeps its assignee.
    ///   - leased: whether the session ends with the agent's own connection to the service.
    public mutating func connected(
        claimedBy claimant: String?, leased: Bool, by actor: Actor, at now: Timestamp
    ) throws(InvalidTransition) -> [Event] {
        guard case .moves = Lifecycle.ruling(on: .connected, in: status) else {
            throw InvalidTransition(fact: .connected, status: status)
        }
        let claimed = claimant.map { assigned(to: .agent($0), by: actor, at: now) } ?? []
        return try claimed
            + apply(.connected, by: actor, at: now) { request in
                request.connection = Connection(agent: actor, since: now, leased: leased)
                request.reminders = []
            }
    }

    /// The agent's session ended, not before it began; the recipient's grant lives on, unless the request's time ran out
    /// meanwhile.
    ///
    /// - Parameter comments: all of them with what is to be said of the session (`comments(adding:)`); nil: as they are.
    public mutating func disconnected(
        comments: String? = nil, by actor: Actor, at now: Timestamp
    ) throws(InvalidTransition) -> [Event] {
        let now = max(now, connection?.since ?? now)
        let events = try apply(.disconnected, by: actor, at: now) { request in
            request.connection = nil
            if let comments { request.comments = comments }
        }
        return events + expireIfDue(at: now)
    }

    /// Somebody ended the request.
    ///
    /// - Parameter note: within the bounds of `check(note:)`, which the caller has asked.
    public mutating func closed(
        reason: Closure.Reason, note: String?, by actor: Actor, at now: Timestamp
    ) throws(InvalidTransition) -> [Event] {
        try apply(.closed, by: actor, at: now) { request in
            request.connection = nil
            request.accessRequestedAt = nil
            request.closed = Closure(reason: reason, by: actor, at: now, note: note)
            if request.schedule != nil { request.calendarSequence += 1 }
            request.withdrawInvitations()
        }
    }

    /// Everything that the clock alone has brought about by `now`, at the times it was due: reminders, the end of the
    /// recipient's lease, the expiry. Empty when nothing was due.
    public mutating func timePassed(to now: Timestamp) -> [Event] {
        var events = remindersDue(at: leaseDeadline.map { min($0, now) } ?? now)
        if let lease = leaseDeadline, lease <= now, status != .ready || lease < expiresAt {
            events += (try? revoked(by: .service, at: lease)) ?? []
            events += remindersDue(at: now)
        }
        return events + expireIfDue(at: now)
    }

    private mutating func remindersDue(at now: Timestamp) -> [Event] {
        var events: [Event] = []
        while let reminder = nextReminder, reminder <= now, reminder < expiresAt {
            events.append(record(.reminded, by: .clock, at: reminder) { $0.reminders.removeFirst() })
        }
        return events
    }

    /// An agent took the request up again: it starts over with the assignee, the recipient and the words it had, without
    /// a schedule that is over.
    ///
    /// - Parameters:
    ///   - codeAttempt: 0, or how often the code had to be derived anew because another live request has it.
    ///   - expiresAt: within the bounds of `check(expiresAt:schedule:now:)`, which the caller has asked.
    ///   - unaware: by what ways the recipient has not been told, and is not being told, that it was over; by the others
    ///     whoever had an invitation is sent one again, even if the link is kept.
    ///   - reminderMinutes: before the start, when a recipient who was invited is to be reminded.
    public mutating func reopened(
        keepLink: Bool, codeAttempt: Int64 = 0, expiresAt: Timestamp, unaware: Set<DeliveryKind> = [],
        reminderMinutes: [Int64] = [],
        by actor: Actor, at now: Timestamp
    ) throws(InvalidTransition) -> [Event] {
        try apply(.reopened, by: actor, at: now) { request in
            request.expiresAt = expiresAt
            request.denials = 0
            request.join = nil
            request.connection = nil
            request.closed = nil
            request.feedback = nil
            request.accessRequestedAt = nil
            request.accessLastRequestedAt = nil
            request.hasJoined = false
            if let schedule = request.schedule, schedule.lastInstant <= now { request.schedule = nil }
            if request.schedule != nil { request.calendarSequence += 1 }
            if !keepLink {
                request.linkGeneration += 1
            }
            request.queueNewLink(at: now, except: keepLink ? unaware : [])
            request.codeAttempt = codeAttempt
            request.planReminders(reminderMinutes, after: now)
        }
    }

    private mutating func expireIfDue(at now: Timestamp) -> [Event] {
        guard expiresAt <= now else { return [] }
        // What kept it alive beyond its expiry was the connection: it expires when that ends.
        let instant = max(expiresAt, statusSince)
        return
            (try? apply(.expired, by: .clock, at: instant) { request in
                request.accessRequestedAt = nil
                request.withdrawInvitations()
            }) ?? []
    }

    /// Looks the fact up in the table and carries the ruling out; `change` runs just before the fact's own event.
    private mutating func apply(
        _ fact: Lifecycle.Fact, by actor: Actor, at now: Timestamp, _ change: (inout SessionRequest) -> Void = { _ in }
    ) throws(InvalidTransition) -> [Event] {
        switch Lifecycle.ruling(on: fact, in: status) {
        case .refused:
            throw InvalidTransition(fact: fact, status: status)
        case .holds:
            return []
        case .moves(let next, let implied):
            var events: [Event] = []
            if let implied { events += try apply(implied, by: actor, at: now) }
            events.append(
                record(EventType(fact), by: actor, at: now) { request in
                    if request.status != next {
                        request.status = next
                        request.statusSince = now
                    }
                    change(&request)
                })
            return events
        }
    }

    /// Changes the request, counts the revision, and makes the event of it.
    mutating func record(
        _ type: EventType, by actor: Actor, at now: Timestamp, _ change: (inout SessionRequest) -> Void
    ) -> Event {
        let before = self
        change(&self)
        revision += 1
        updatedAt = now
        return Event(type: type, at: now, actor: actor, subject: .sessionRequest(self, before: before))
    }
}
