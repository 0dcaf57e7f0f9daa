public import JSONRPC

/// What the recipient's side may know of a request.
public struct WireLink: WireObject, Equatable {
    /// The request's status.
    public var status: String
    /// Whose desk it is.
    public var organization: String?
    /// Who will help.
    public var agentName: String?
    /// Who is helped.
    public var recipientName: String
    /// What it is about.
    public var subject: String?
    /// A BCP 47 tag.
    public var language: String?
    /// When it is meant to happen.
    public var schedule: WireSchedule?
    /// RFC 3339.
    public var expiresAt: String
    /// From 1, while it waits in a queue.
    public var queuePosition: Int64?
    /// The `link.*` methods that would be accepted now, without their family.
    public var allowedActions: [String]
    /// Whether an agent asked for access and has no answer yet.
    public var accessRequested: Bool
    /// What was said afterwards.
    public var feedback: WireFeedback?
    /// The ways of joining that the desk offers.
    public var joinMethods: [WireJoinMethod]

    /// Just these members.
    public init(
        status: String, organization: String? = nil, agentName: String? = nil, recipientName: String,
        subject: String? = nil, language: String? = nil, schedule: WireSchedule? = nil, expiresAt: String,
        queuePosition: Int64? = nil, allowedActions: [String], accessRequested: Bool, feedback: WireFeedback? = nil,
        joinMethods: [WireJoinMethod]
    ) {
        self.status = status
        self.organization = organization
        self.agentName = agentName
        self.recipientName = recipientName
        self.subject = subject
        self.language = language
        self.schedule = schedule
        self.expiresAt = expiresAt
        self.queuePosition = queuePosition
        self.allowedActions = allowedActions
        self.accessRequested = accessRequested
        self.feedback = feedback
        self.joinMethods = joinMethods
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        status = try reader.required("status")
        organization = try reader.optional("organization")
        agentName = try reader.optional("agentName")
        recipientName = try reader.required("recipientName")
        subject = try reader.optional("subject")
        language = try reader.optional("language")
        schedule = try reader.optional("schedule")
        expiresAt = try reader.required("expiresAt")
        queuePosition = try reader.optional("queuePosition")
        allowedActions = try reader.required("allowedActions")
        accessRequested = try reader.required("accessRequested")
        feedback = try reader.optional("feedback")
        joinMethods = try reader.required("joinMethods")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("status", status)
        writer.member("organization", orNull: organization)
        writer.member("agentName", orNull: agentName)
        writer.member("recipientName", recipientName)
        writer.member("subject", orNull: subject)
        writer.member("language", orNull: language)
        writer.member("schedule", orNull: schedule)
        writer.member("expiresAt", expiresAt)
        writer.member("queuePosition", orNull: queuePosition)
        writer.member("allowedActions", allowedActions)
        writer.member("accessRequested", accessRequested)
        writer.member("feedback", orNull: feedback)
        writer.member("joinMethods", joinMethods)
        writer.endObject()
    }
}

/// A way of joining that the desk offers.
public struct WireJoinMethod: WireObject, Equatable {
    /// `assist`, `client` or `manual`.
    public var method: String
    /// The target's scheme.
    public var scheme: String
    /// A regular expression that an address of the scheme matches.
    public var pattern: String
    /// The oldest client that is accepted.
    public var minimumVersion: String?

    /// Just these members.
    public init(method: String, scheme: String, pattern: String, minimumVersion: String? = nil) {
        self.method = method
        self.scheme = scheme
        self.pattern = pattern
        self.minimumVersion = minimumVersion
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        method = try reader.required("method")
        scheme = try reader.required("scheme")
        pattern = try reader.required("pattern")
        minimumVersion = try reader.optional("minimumVersion")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("method", method)
        writer.member("scheme", scheme)
        writer.member("pattern", pattern)
        writer.member("minimumVersion", orNull: minimumVersion)
        writer.endObject()
    }
}
