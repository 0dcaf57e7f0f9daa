public import JSONRPC

/// What programs read of an error.
public struct WireErrorData: WireObject, Equatable {
    /// The word of an `ErrorReason`, or one that only a newer service knows.
    public var reason: String
    /// Whether the same call may succeed later without anybody changing it.
    public var retryable: Bool
    /// Seconds to wait before that.
    public var retryAfter: Double?
    /// A JSON pointer into the params.
    public var path: String?
    /// What to do instead.
    public var hint: String?
    /// The request's status.
    public var status: String?
    /// What the caller may do, as method names without their family.
    public var allowed: [String]?
    /// Who was first.
    public var by: WireActor?
    /// What it is now.
    public var revision: Int64?
    /// The log's first cursor.
    public var earliest: String?
    /// The log's last cursor.
    public var latest: String?
    /// The reason of the operation that failed.
    public var cause: String?
    /// Which operation failed, from 0.
    public var index: Int64?

    /// Just these members.
    public init(
        reason: String, retryable: Bool, retryAfter: Double? = nil, path: String? = nil, hint: String? = nil,
        status: String? = nil, allowed: [String]? = nil, by: WireActor? = nil, revision: Int64? = nil,
        earliest: String? = nil, latest: String? = nil, cause: String? = nil, index: Int64? = nil
    ) {
        self.reason = reason
        self.retryable = retryable
        self.retryAfter = retryAfter
        self.path = path
        self.hint = hint
        self.status = status
        self.allowed = allowed
        self.by = by
        self.revision = revision
        self.earliest = earliest
        self.latest = latest
        self.cause = cause
        self.index = index
    }

    /// What is known of a reason by itself.
    public init(_ reason: ErrorReason) {
        self.init(reason: reason.rawValue, retryable: reason.isRetryable)
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        reason = try reader.required("reason")
        retryable = try reader.required("retryable")
        retryAfter = try reader.seconds("retryAfter")
        path = try reader.optional("path")
        hint = try reader.optional("hint")
        status = try reader.optional("status")
        allowed = try reader.optional("allowed")
        by = try reader.optional("by")
        revision = try reader.optional("revision")
        earliest = try reader.optional("earliest")
        latest = try reader.optional("latest")
        cause = try reader.optional("cause")
        index = try reader.optional("index")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("reason", reason)
        writer.member("retryable", retryable)
        writer.member("retryAfter", seconds: retryAfter)
        writer.member("path", ifPresent: path)
        writer.member("hint", ifPresent: hint)
        writer.member("status", ifPresent: status)
        writer.member("allowed", ifPresent: allowed)
        writer.member("by", ifPresent: by)
        writer.member("revision", ifPresent: revision)
        writer.member("earliest", ifPresent: earliest)
        writer.member("latest", ifPresent: latest)
        writer.member("cause", ifPresent: cause)
        writer.member("index", ifPresent: index)
        writer.endObject()
    }
}
