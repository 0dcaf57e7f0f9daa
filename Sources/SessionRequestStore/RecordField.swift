internal import JSONRPC
internal import SessionRequestModel

/// The members of a record, in the order in which they are written.
enum RecordField: Int, CaseIterable {
    case id, revision, status, statusSince, subject, recipient, comments, assignee, createdBy, createdAt, updatedAt
    case schedule, expiresAt, invitation, join, connection, closed, feedback, denials, priority, tags
    case externalReference, customFields, accessRequestedAt, linkGeneration, codeAttempt
    case reminders, hasJoined, calendarSequence, isUnscheduled, accessLastRequestedAt

    static let all = allCases

    /// The field of this name, looked for from `place` on: records are written in this order.
    static func named(_ name: JSONNode, after place: inout Int) -> RecordField? {
        for step in 0..<all.count {
            let index = (place + step) % all.count
            guard name.equals(all[index].name) else { continue }
            place = index + 1
            return all[index]
        }
        return nil
    }

    var name: StaticString {
        switch self {
        case .id: "id"
        case .revision: "revision"
        case .status: "status"
        case .statusSince: "statusSince"
        case .subject: "subject"
        case .recipient: "recipient"
        case .comments: "comments"
        case .assignee: "assignee"
        case .createdBy: "createdBy"
        case .createdAt: "createdAt"
        case .updatedAt: "updatedAt"
        case .schedule: "schedule"
        case .expiresAt: "expiresAt"
        case .invitation: "invitation"
        case .join: "join"
        case .connection: "connection"
        case .closed: "closed"
        case .feedback: "feedback"
        case .denials: "denials"
        case .priority: "priority"
        case .tags: "tags"
        case .externalReference: "externalReference"
        case .customFields: "customFields"
        case .accessRequestedAt: "accessRequestedAt"
        case .linkGeneration: "linkGeneration"
        case .codeAttempt: "codeAttempt"
        case .reminders: "reminders"
        case .hasJoined: "hasJoined"
        case .calendarSequence: "calendarSequence"
        case .isUnscheduled: "isUnscheduled"
        case .accessLastRequestedAt: "accessLastRequestedAt"
        }
    }

    func differs(_ one: SessionRequest, _ other: SessionRequest) -> Bool {
        switch self {
        case .id: one.id != other.id
        case .revision: one.revision != other.revision
        case .status: one.status != other.status
        case .statusSince: one.statusSince != other.statusSince
        case .subject: one.subject != other.subject
        case .recipient: one.recipient != other.recipient
        case .comments: one.comments != other.comments
        case .assignee: one.assignee != other.assignee
        case .createdBy: one.createdBy != other.createdBy
        case .createdAt: one.createdAt != other.createdAt
        case .updatedAt: one.updatedAt != other.updatedAt
        case .schedule: one.schedule != other.schedule
        case .expiresAt: one.expiresAt != other.expiresAt
        case .invitation: one.invitation != other.invitation
        case .join: one.join != other.join
        case .connection: one.connection != other.connection
        case .closed: one.closed != other.closed
        case .feedback: one.feedback != other.feedback
        case .denials: one.denials != other.denials
        case .priority: one.priority != other.priority
        case .tags: one.tags != other.tags
        case .externalReference: one.externalReference != other.externalReference
        case .customFields: one.customFields != other.customFields
        case .accessRequestedAt: one.accessRequestedAt != other.accessRequestedAt
        case .linkGeneration: one.linkGeneration != other.linkGeneration
        case .codeAttempt: one.codeAttempt != other.codeAttempt
        case .reminders: one.reminders != other.reminders
        case .hasJoined: one.hasJoined != other.hasJoined
        case .calendarSequence: one.calendarSequence != other.calendarSequence
        case .isUnscheduled: one.isUnscheduled != other.isUnscheduled
        case .accessLastRequestedAt: one.accessLastRequestedAt != other.accessLastRequestedAt
        }
    }

    /// Writes the member; false, and nothing, when the request has no such value or the default one.
    @discardableResult
    func write(of request: SessionRequest, to writer: inout JSONWriter) -> Bool {
        switch self {
        case .id: write(request.id, to: &writer)
        case .revision: write(request.revision, to: &writer)
        case .status: write(request.status.rawValue, to: &writer)
        case .statusSince: write(request.statusSince.milliseconds, to: &writer)
        case .subject: write(request.subject, to: &writer)
        case .recipient: write(RecordOf<Recipient>(request.recipient), to: &writer)
        case .comments: write(request.comments, to: &writer)
        case .assignee: write(request.assignee.map { RecordOf<Assignee>($0) }, to: &writer)
        case .createdBy: write(RecordOf<Actor>(request.createdBy), to: &writer)
        case .createdAt: write(request.createdAt.milliseconds, to: &writer)
        case .updatedAt: write(request.updatedAt.milliseconds, to: &writer)
        case .schedule: write(request.schedule.map { RecordOf<Schedule>($0) }, to: &writer)
        case .expiresAt: write(request.expiresAt.milliseconds, to: &writer)
        case .invitation:
            write(request.invitation == .notRequested ? nil : RecordOf<Invitation>(request.invitation), to: &writer)
        case .join: write(request.join.map { RecordOf<Join>($0) }, to: &writer)
        case .connection: write(request.connection.map { RecordOf<Connection>($0) }, to: &writer)
        case .closed: write(request.closed.map { RecordOf<Closure>($0) }, to: &writer)
        case .feedback: write(request.feedback.map { RecordOf<Feedback>($0) }, to: &writer)
        case .denials: write(request.denials == 0 ? nil : request.denials, to: &writer)
        case .priority: write(request.priority == .normal ? nil : request.priority.rawValue, to: &writer)
        case .tags: write(request.tags.isEmpty ? nil : request.tags, to: &writer)
        case .externalReference: write(request.externalReference.map { RecordOf<ExternalReference>($0) }, to: &writer)
        case .customFields: write(request.customFields.isEmpty ? nil : request.customFields, to: &writer)
        case .accessRequestedAt: write(request.accessRequestedAt?.milliseconds, to: &writer)
        case .linkGeneration: write(request.linkGeneration == 1 ? nil : request.linkGeneration, to: &writer)
        case .codeAttempt: write(request.codeAttempt == 0 ? nil : request.codeAttempt, to: &writer)
        case .reminders:
            write(request.reminders.isEmpty ? nil : request.reminders.map(\.milliseconds), to: &writer)
        case .hasJoined: write(request.hasJoined ? true : nil, to: &writer)
        case .calendarSequence: write(request.calendarSequence == 0 ? nil : request.calendarSequence, to: &writer)
        case .isUnscheduled: write(request.isUnscheduled ? true : nil, to: &writer)
        case .accessLastRequestedAt: write(request.accessLastRequestedAt?.milliseconds, to: &writer)
        }
    }

    private func write(_ value: (some JSONEncodable)?, to writer: inout JSONWriter) -> Bool {
        guard let value else { return false }
        writer.member(name, value)
        return true
    }
}
