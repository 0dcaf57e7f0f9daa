extension SessionRequest {
    static func check(subject: String?) throws(Violation) {
        guard let subject else { return }
        do { try TextRule.checkLine(subject, atMost: Limits.subject) } catch { throw error.inside("subject") }
    }

    static func check(comments: String?) throws(Violation) {
        guard let comments else { return }
        do { try TextRule.checkText(comments, atMost: Limits.comments) } catch { throw error.inside("comments") }
    }

    /// Throws with `/note` when the note of a close or a disconnect is over its limit or holds what a text must not.
    public static func check(note: String?) throws(Violation) {
        guard let note else { return }
        do { try TextRule.checkText(note, atMost: Limits.note) } catch { throw error.inside("note") }
    }

    static func check(tags: [String]) throws(Violation) {
        guard tags.count <= Limits.tags else { throw Violation("must hold at most \(Limits.tags) tags", at: "/tags") }
        for (index, tag) in tags.enumerated() {
            do throws(Violation) {
                try TextRule.checkLine(tag, atMost: Limits.tag)
                if tags[..<index].contains(tag) { throw Violation("must not repeat a tag") }
            } catch { throw error.inside("\(index)").inside("tags") }
        }
    }

    static func check(customFields: [String: String]) throws(Violation) {
        guard customFields.count <= Limits.customFields else {
            throw Violation("must hold at most \(Limits.customFields) fields", at: "/customFields")
        }
        // In a fixed order, so that the same fields are always refused for the same reason.
        for (name, value) in customFields.sorted(by: { $0.key < $1.key }) {
            do throws(Violation) {
                try TextRule.checkLine(name, atMost: Limits.customFieldName)
                try TextRule.checkLine(value, atMost: Limits.customFieldValue, mayBeEmpty: true)
            } catch { throw error.inside(JSONPointer.escape(name)).inside("customFields") }
        }
    }

    /// Throws with `/expiresAt` unless the instant lies after `now`, not before the schedule's start, and within
    /// `Limits.lifetimeSeconds`. Creating, editing and rescheduling ask it; for reopening the caller does.
    public static func check(expiresAt: Timestamp, schedule: Schedule?, now: Timestamp) throws(Violation) {
        guard expiresAt > now else { throw Violation("must be in the future", at: "/expiresAt") }
        if let schedule, expiresAt < schedule.startsAt {
            throw Violation("must not be before schedule.startsAt", at: "/expiresAt")
        }
        guard expiresAt <= now.adding(seconds: Limits.lifetimeSeconds), expiresAt <= .latest else {
            throw Violation("must be within ten years", at: "/expiresAt")
        }
    }

    /// An expiry that was derived from the schedule and lies too far is the schedule's fault.
    static func check(
        expiresAt: Timestamp, isDerived: Bool, schedule: Schedule?, now: Timestamp
    ) throws(Violation) {
        do { try check(expiresAt: expiresAt, schedule: schedule, now: now) } catch {
            guard isDerived, let schedule else { throw error }
            let member = schedule.endsAt == nil ? "startsAt" : "endsAt"
            throw Violation("must leave the expiry within ten years", at: "/schedule/\(member)")
        }
    }

    /// The expiry of a request that names none: `seconds` after the schedule's last instant, or after `now` where there is
    /// no schedule or that would lie in the past.
    public static func defaultExpiry(schedule: Schedule?, seconds: Int64, now: Timestamp) -> Timestamp {
        let expiry = (schedule?.lastInstant ?? now).adding(seconds: seconds)
        return expiry > now ? expiry : now.adding(seconds: seconds)
    }
}
