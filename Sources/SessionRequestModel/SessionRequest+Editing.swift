extension SessionRequest {
    /// What `edited` may change; nil members stay as they are.
    public struct Edit: Sendable {
        /// The whole person: members that are nil in it are removed.
        public var recipient: Recipient?
        /// All the comments; the inner nil removes them.
        public var comments: String??
        /// What it is about; the inner nil removes it.
        public var subject: String??
        /// How urgent it is.
        public var priority: Priority?
        /// All the tags.
        public var tags: [String]?
        /// The record in another system; the inner nil removes it.
        public var externalReference: ExternalReference??
        /// All the custom fields.
        public var customFields: [String: String]?
        /// The new expiry, after now and not before the schedule's start.
        public var expiresAt: Timestamp?

        /// An edit that changes nothing.
        public init() {}
    }

    /// Throws with the pointer of the first member out of bounds; an edit that changes nothing makes no event.
    public mutating func edited(_ edit: Edit, by actor: Actor, at now: Timestamp) throws(Violation) -> [Event] {
        if let comments = edit.comments { try Self.check(comments: comments) }
        if let subject = edit.subject { try Self.check(subject: subject) }
        if let tags = edit.tags { try Self.check(tags: tags) }
        if let customFields = edit.customFields { try Self.check(customFields: customFields) }
        if let expiresAt = edit.expiresAt { try Self.check(expiresAt: expiresAt, schedule: schedule, now: now) }
        var changed = self
        if let recipient = edit.recipient {
            changed.recipient = recipient
            changed.readdress(from: self.recipient, at: now)
        }
        if let comments = edit.comments { changed.comments = comments }
        if let subject = edit.subject { changed.subject = subject }
        if let priority = edit.priority { changed.priority = priority }
        if let tags = edit.tags { changed.tags = tags }
        if let externalReference = edit.externalReference { changed.externalReference = externalReference }
        if let customFields = edit.customFields { changed.customFields = customFields }
        if let expiresAt = edit.expiresAt { changed.expiresAt = expiresAt }
        guard changed != self else { return [] }
        return [record(.updated, by: actor, at: now) { $0 = changed }]
    }

    /// Moves the request to another time, or with nil to no time.
    ///
    /// Unless `expiresAt` says otherwise, the expiry keeps its distance from the schedule's last instant. Where there was
    /// no schedule the distance is the life that the request was given; where there is none from now on, or where the
    /// expiry would lie in the past, it counts from `now`. So moved, the expiry never falls before the start; and where it
    /// would leave no time at all, it stays where it was.
    ///
    /// - Parameter reminderMinutes: before the new start, when a recipient who was invited is to be reminded.
    public mutating func rescheduled(
        to schedule: Schedule?, expiresAt: Timestamp?, reminderMinutes: [Int64] = [], by actor: Actor,
        at now: Timestamp
    ) throws(Violation) -> [Event] {
        // An open request is as it was created or reopened.
        let base = self.schedule?.lastInstant ?? (status == .open ? statusSince : createdAt)
        let distance = self.expiresAt.milliseconds(since: base)
        var moved = Timestamp(milliseconds: (schedule?.lastInstant ?? now).milliseconds + distance)
        if moved <= now { moved = Timestamp(milliseconds: now.milliseconds + distance) }
        if moved <= now { moved = max(self.expiresAt, Timestamp(milliseconds: now.milliseconds + 1)) }
        let expiry = expiresAt ?? max(moved, schedule?.startsAt ?? moved)
        try Self.check(expiresAt: expiry, isDerived: expiresAt == nil, schedule: schedule, now: now)
        guard schedule != self.schedule || expiry != self.expiresAt else { return [] }
        return [
            record(.updated, by: actor, at: now) { request in
                if request.schedule != schedule {
                    // The first time that there is one begins at 0.
                    if request.schedule != nil || request.calendarSequence > 0 { request.calendarSequence += 1 }
                    request.schedule = schedule
                    request.isUnscheduled = schedule == nil
                    request.planReminders(reminderMinutes, after: now)
                }
                request.expiresAt = expiry
            }
        ]
    }

    /// Gives the request to somebody, or with nil to nobody; no event when it is theirs already.
    public mutating func assigned(to assignee: Assignee?, by actor: Actor, at now: Timestamp) -> [Event] {
        guard assignee != self.assignee else { return [] }
        return [record(.assigned, by: actor, at: now) { $0.assignee = assignee }]
    }

    /// Adds a line to the comments. Throws when the text, or all comments together, are over their limit.
    public mutating func commented(_ text: String, by actor: Actor, at now: Timestamp) throws(Violation) -> [Event] {
        do throws(Violation) {
            guard !text.isEmpty else { throw Violation("must not be empty") }
            try TextRule.checkText(text, atMost: Limits.comments)
            let joined = try comments(adding: text)
            return [record(.commented, by: actor, at: now) { $0.comments = joined }]
        } catch { throw error.inside("text") }
    }

    /// All comments with another line; throws when they are over their limit together.
    public func comments(adding text: String) throws(Violation) -> String {
        let joined = comments.map { $0.isEmpty ? text : "\($0)\n\(text)" } ?? text
        guard joined.unicodeScalars.count <= Limits.comments else {
            throw Violation(
                "must leave all comments together within \(Limits.comments) characters; shorten them with update")
        }
        return joined
    }

    /// An agent asked the recipient to allow access now.
    public mutating func accessRequested(by actor: Actor, at now: Timestamp) -> [Event] {
        [
            record(.accessRequested, by: actor, at: now) { request in
                request.accessRequestedAt = now
                request.accessLastRequestedAt = now
            }
        ]
    }

    /// Makes a new link and a new code; the old ones are dead from here on.
    ///
    /// - Parameter codeAttempt: 0, or how often the code had to be derived anew because another live request has it.
    public mutating func linkRotated(codeAttempt: Int64 = 0, by actor: Actor, at now: Timestamp) -> [Event] {
        [
            record(.linkRotated, by: actor, at: now) { request in
                request.linkGeneration += 1
                request.codeAttempt = codeAttempt
                request.accessLastRequestedAt = nil
                request.queueNewLink(at: now)
            }
        ]
    }

    /// A program fetched the page without anybody pressing a button.
    public mutating func linkPrefetched(at now: Timestamp) -> [Event] {
        [record(.linkPrefetched, by: .recipient, at: now) { _ in }]
    }

    /// The recipient rated the session.
    public mutating func feedbackGiven(_ feedback: Feedback, at now: Timestamp) -> [Event] {
        [record(.feedbackGiven, by: .recipient, at: now) { $0.feedback = feedback }]
    }
}
