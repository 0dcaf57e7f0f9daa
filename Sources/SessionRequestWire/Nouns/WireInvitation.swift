public import JSONRPC

/// What was sent to the recipient, by each way.
public struct WireInvitation: WireObject, Equatable {
    /// By mail.
    public var email: WireDelivery
    /// By text message.
    public var sms: WireDelivery

    /// Just these members.
    public init(email: WireDelivery, sms: WireDelivery) {
        self.email = email
        self.sms = sms
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        email = try reader.required("email")
        sms = try reader.required("sms")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("email", email)
        writer.member("sms", sms)
        writer.endObject()
    }
}

/// How one sending stands.
public struct WireDelivery: WireObject, Equatable {
    /// `notRequested`, `queued`, `sent` or `failed`.
    public var state: String
    /// When it came to that state; absent only when nothing was asked for.
    public var at: String?
    /// How often it was tried.
    public var attempts: Int64
    /// Why the last attempt failed; contact data.
    public var error: String?

    /// Just these members.
    public init(state: String, at: String? = nil, attempts: Int64, error: String? = nil) {
        self.state = state
        self.at = at
        self.attempts = attempts
        self.error = error
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        state = try reader.required("state")
        at = try reader.optional("at")
        attempts = try reader.required("attempts")
        error = try reader.optional("error")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("state", state)
        writer.member("at", ifPresent: at)
        writer.member("attempts", attempts)
        writer.member("error", ifPresent: error)
        writer.endObject()
    }
}
