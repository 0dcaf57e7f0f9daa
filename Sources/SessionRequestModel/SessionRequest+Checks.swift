extension SessionRequest {
    static func check(subject: String?) throws(Violation) {
        guard let subject else { return }
        do { try TextRule.checkLine(subject, atMost: Limits.subject) } catch { throw error.inside("subject") }
    }

    static func check(comments: String?) throws(Violation) {
        guard let comments else { return }
        do { try TextRule.checkText(comments, atMost: Limits.comments) } catch { throw error.inside("comments") }
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
        for (name, value) in customFields {
            do throws(Violation) {
                try TextRule.checkToken(name, atMost: Limits.tag)
                try TextRule.checkLine(value, atMost: Limits.customFieldValue, mayBeEmpty: true)
            } catch { throw error.inside(JSONPointer.escape(name)).inside("customFields") }
        }
    }

    static func check(expiresAt: Timestamp, schedule: Schedule?, now: Timestamp) throws(Violation) {
        guard expiresAt > now else { throw Violation("must be in the future", at: "/expiresAt") }
        if let schedule, expiresAt < schedule.startsAt {
            throw Violation("must not be before schedule.startsAt", at: "/expiresAt")
        }
        guard expiresAt <= now.adding(seconds: Limits.lifetimeSeconds), expiresAt <= .latest else {
            throw Violation("must be within ten years", at: "/expiresAt")
        }
    }

    /// The expiry of a request that names none: `seconds` after the schedule's last instant, or after `now` where that is
    /// later or there is no schedule.
    public static func defaultExpiry(schedule: Schedule?, seconds: Int64, now: Timestamp) -> Timestamp {
        max(schedule?.lastInstant ?? now, now).adding(seconds: seconds)
    }
}

/// The escaping of a reference token in RFC 6901.
public enum JSONPointer {
    /// `~` as `~0`, `/` as `~1`.
    public static func escape(_ token: String) -> String {
        token.contains(where: { $0 == "~" || $0 == "/" })
            ? token.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
            : token
    }
}
