internal import SessionRequestModel
internal import SessionRequestWire

extension Desk {
    /// The members at the top level that differ, except those that every change moves.
    ///
    /// - Parameter isRedacted: whether a viewer reads it.
    func changes(from before: SessionRequest, to after: SessionRequest, isRedacted: Bool) -> WireChanges {
        var list = ChangeList()
        list.compare("status", before.status, after.status) { $0.rawValue }
        list.compare("subject", before.subject, after.subject) { $0 }
        list.compare("assignee", before.assignee, after.assignee) { $0.map { WireAssignee($0) } }
        list.compare("schedule", before.schedule, after.schedule) { $0.map { WireSchedule($0) } }
        list.compare("expiresAt", before.expiresAt, after.expiresAt) { $0.rfc3339 }
        list.compare("connection", before.connection, after.connection) { $0.map { WireConnection($0) } }
        list.compare("denials", before.denials, after.denials) { Int64($0) }
        list.compare("priority", before.priority, after.priority) { $0.rawValue }
        list.compare("tags", before.tags, after.tags) { $0 }
        list.compare("externalReference", before.externalReference, after.externalReference) {
            $0.map { WireExternalReference($0) }
        }
        if isRedacted { redacted(&list, before, after) } else { whole(&list, before, after) }
        return list.changes
    }

    private func whole(_ list: inout ChangeList, _ before: SessionRequest, _ after: SessionRequest) {
        list.compare("recipient", before.recipient, after.recipient) { WireRecipient($0) }
        list.compare("comments", before.comments, after.comments) { $0 }
        if before.linkGeneration != after.linkGeneration {
            list.compare("link", before, after) { link(of: $0) }
        }
        if before.linkGeneration != after.linkGeneration || before.codeAttempt != after.codeAttempt
            || before.status.isLive != after.status.isLive
        {
            list.compare("code", before, after) { code(of: $0) }
        }
        list.compare("invitation", before.invitation, after.invitation) { WireInvitation($0) }
        list.compare("join", before.join, after.join) { $0.map { WireJoin($0) } }
        list.compare("closed", before.closed, after.closed) { $0.map { WireClosure($0) } }
        list.compare("feedback", before.feedback, after.feedback) { $0.map { WireFeedback($0) } }
        list.compare("customFields", before.customFields, after.customFields) { $0 }
    }

    private func redacted(_ list: inout ChangeList, _ before: SessionRequest, _ after: SessionRequest) {
        list.compare("recipient", before.recipient, after.recipient) { WireRecipient($0).redacted }
        list.compare("invitation", before.invitation, after.invitation) { WireInvitation($0).redacted }
        list.compare("join", before.join, after.join) { $0.map { WireJoin($0).redacted } }
        list.compare("closed", before.closed, after.closed) { $0.map { WireClosure($0).redacted } }
        list.compare("feedback", before.feedback, after.feedback) { $0.map { WireFeedback($0).redacted } }
    }

    /// The members of a queue that differ, except those that every change moves.
    func changes(from before: Queue, to after: Queue) -> WireChanges {
        var list = ChangeList()
        list.compare("name", before.name, after.name) { $0 }
        list.compare("description", before.description, after.description) { $0 }
        if before.users != after.users || before.groups != after.groups {
            list.compare("members", before, after) { WireQueueMembers(users: $0.users, groups: $0.groups) }
        }
        list.compare("defaultExpirySeconds", before.defaultExpirySeconds, after.defaultExpirySeconds) { $0 }
        list.compare("defaultLanguage", before.defaultLanguage, after.defaultLanguage) { $0 }
        list.compare("publicPage", before.publicPage, after.publicPage) { $0 }
        list.compare("strategy", before.strategy, after.strategy) { $0.rawValue }
        list.compare("fallback", before.fallback, after.fallback) { $0 }
        return list.changes
    }
}
