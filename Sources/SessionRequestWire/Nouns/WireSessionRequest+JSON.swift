public import JSONRPC

extension WireSessionRequest: WireObject {
    /// Asks the reader for each member. A request without the member `comments`, which an agent's view always has, is
    /// taken for a redacted one.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.optional("id")
        revision = try reader.required("revision")
        status = try reader.required("status")
        statusSince = try reader.required("statusSince")
        subject = try reader.optional("subject")
        recipient = try reader.required("recipient")
        let comments = reader.node("comments")
        redacted = comments == nil
        self.comments = comments.flatMap { $0.string }
        assignee = try reader.optional("assignee")
        createdBy = try reader.required("createdBy")
        createdAt = try reader.required("createdAt")
        updatedAt = try reader.required("updatedAt")
        schedule = try reader.optional("schedule")
        expiresAt = try reader.required("expiresAt")
        link = try reader.optional("link")
        code = try reader.optional("code")
        invitation = try reader.required("invitation")
        join = try reader.optional("join")
        connection = try reader.optional("connection")
        closed = try reader.optional("closed")
        feedback = try reader.optional("feedback")
        denials = try reader.required("denials")
        queuePosition = try reader.optional("queuePosition")
        priority = try reader.required("priority")
        tags = try reader.required("tags")
        externalReference = try reader.optional("externalReference")
        customFields = try reader.optional("customFields") ?? [:]
        allowedActions = try reader.optional("allowedActions")
    }

    /// Writes what the reader may see: absent members as `null`, hidden ones not at all.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", orNull: id)
        writer.member("revision", revision)
        writer.member("status", status)
        writer.member("statusSince", statusSince)
        writer.member("subject", orNull: subject)
        writer.member("recipient", redacted ? recipient.redacted : recipient)
        if !redacted { writer.member("comments", orNull: comments) }
        writer.member("assignee", orNull: assignee)
        writer.member("createdBy", createdBy)
        writer.member("createdAt", createdAt)
        writer.member("updatedAt", updatedAt)
        writer.member("schedule", orNull: schedule)
        writer.member("expiresAt", expiresAt)
        if !redacted {
            writer.member("link", orNull: link)
            writer.member("code", orNull: code)
        }
        writer.member("invitation", redacted ? invitation.redacted : invitation)
        writer.member("join", orNull: redacted ? join?.redacted : join)
        writer.member("connection", orNull: connection)
        writer.member("closed", orNull: redacted ? closed?.redacted : closed)
        writer.member("feedback", orNull: redacted ? feedback?.redacted : feedback)
        writer.member("denials", denials)
        writer.member("queuePosition", orNull: queuePosition)
        writer.member("priority", priority)
        writer.member("tags", tags)
        writer.member("externalReference", orNull: externalReference)
        if !redacted { writer.member("customFields", customFields) }
        writer.member("allowedActions", ifPresent: allowedActions)
        writer.endObject()
    }
}
