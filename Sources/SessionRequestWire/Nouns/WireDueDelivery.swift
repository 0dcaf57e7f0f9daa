public import JSONRPC

/// One thing that must leave the machine, as it is handed to the courier.
public struct WireDueDelivery: WireObject, Equatable {
    /// Its number, for `delivery.ack` and `delivery.fail`.
    public var id: Int64
    /// The same for each attempt, and of no other delivery, ever.
    public var key: String
    /// `email`, `sms` or `webhook`.
    public var kind: String
    /// `invitation`, `linkRenewed`, `rescheduled`, `reminder`, `canceled`, `closed`; of a webhook `event`.
    public var purpose: String
    /// Of a webhook: what the configuration calls its endpoint.
    public var endpoint: String?
    /// From 1.
    public var attempt: Int64
    /// RFC 3339.
    public var createdAt: String
    /// Until when it is the caller's, RFC 3339.
    public var leaseExpiresAt: String
    /// Whose desk it is, as recipients read it.
    public var organization: String?
    /// Who helps.
    public var agentName: String?
    /// What the recipient reads: their own language, else that of the queue.
    public var language: String?
    /// Of mail with a calendar part: its SEQUENCE, which grows with each change.
    public var calendarSequence: Int64?
    /// Of mail with a calendar part: `request` or `cancel`.
    public var calendarMethod: String?
    /// With link and code, as it is now; of a webhook, as it was after the event, and nil for events of no request.
    public var sessionRequest: WireSessionRequest?
    /// Of a webhook: what happened.
    public var event: WireEvent?

    /// Just these members.
    public init(
        id: Int64, key: String, kind: String, purpose: String, endpoint: String? = nil, attempt: Int64,
        createdAt: String, leaseExpiresAt: String, organization: String? = nil, agentName: String? = nil,
        language: String? = nil, calendarSequence: Int64? = nil, calendarMethod: String? = nil,
        sessionRequest: WireSessionRequest?, event: WireEvent? = nil
    ) {
        self.id = id
        self.key = key
        self.kind = kind
        self.purpose = purpose
        self.endpoint = endpoint
        self.attempt = attempt
        self.createdAt = createdAt
        self.leaseExpiresAt = leaseExpiresAt
        self.organization = organization
        self.agentName = agentName
        self.language = language
        self.calendarSequence = calendarSequence
        self.calendarMethod = calendarMethod
        self.sessionRequest = sessionRequest
        self.event = event
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.required("id")
        key = try reader.required("key")
        kind = try reader.required("kind")
        purpose = try reader.required("purpose")
        endpoint = try reader.optional("endpoint")
        attempt = try reader.required("attempt")
        createdAt = try reader.required("createdAt")
        leaseExpiresAt = try reader.required("leaseExpiresAt")
        organization = try reader.optional("organization")
        agentName = try reader.optional("agentName")
        language = try reader.optional("language")
        calendarSequence = try reader.optional("calendarSequence")
        calendarMethod = try reader.optional("calendarMethod")
        sessionRequest = try reader.optional("sessionRequest")
        event = try reader.optional("event")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("key", key)
        writer.member("kind", kind)
        writer.member("purpose", purpose)
        writer.member("endpoint", ifPresent: endpoint)
        writer.member("attempt", attempt)
        writer.member("createdAt", createdAt)
        writer.member("leaseExpiresAt", leaseExpiresAt)
        writer.member("organization", ifPresent: organization)
        writer.member("agentName", ifPresent: agentName)
        writer.member("language", ifPresent: language)
        writer.member("calendarSequence", ifPresent: calendarSequence)
        writer.member("calendarMethod", ifPresent: calendarMethod)
        writer.member("sessionRequest", orNull: sessionRequest)
        writer.member("event", ifPresent: event)
        writer.endObject()
    }
}

/// What the configuration says of what leaves the machine: whether somebody may be expected to send it.
public struct WireDeliveryWays: WireObject, Equatable {
    /// Whether mail leaves.
    public var email: Bool
    /// Whether text messages leave.
    public var sms: Bool
    /// Endpoints that are told of events.
    public var webhooks: Int64

    /// Just these members.
    public init(email: Bool, sms: Bool, webhooks: Int64) {
        self.email = email
        self.sms = sms
        self.webhooks = webhooks
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        email = try reader.required("email")
        sms = try reader.required("sms")
        webhooks = try reader.required("webhooks")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("email", email)
        writer.member("sms", sms)
        writer.member("webhooks", webhooks)
        writer.endObject()
    }
}
