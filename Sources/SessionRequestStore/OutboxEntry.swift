public import SessionRequestModel

/// Something that must leave the machine, as the outbox keeps it: what it is about and how it stands. What it says is
/// computed when it is taken, so it holds neither a link nor a code.
public struct OutboxEntry: Sendable, Hashable {
    /// Never reused; 0 before it is written.
    public var id: Int64 = 0
    /// By what way it leaves.
    public var kind: DeliveryKind
    /// What it is about.
    public var purpose: DeliveryPurpose
    /// Of a webhook: what the configuration calls its endpoint.
    public var endpoint: String?
    /// The request that it is of; nil for an event of none.
    public var request: Int64?
    /// Of a webhook: the place of its event in the log.
    public var event: Int64?
    /// When it came to be.
    public var createdAt: Timestamp
    /// From when on it may be taken: while somebody has it, when that lease ends.
    public var due: Timestamp
    /// How often it was taken.
    public var attempts: Int = 0
    /// The connection that has taken it, or had when its lease ended; nil: nobody.
    public var holder: Int?
    /// What is to follow it; of messages to the recipient alone.
    public var sequel: OutboxSequel?
    /// Why the last attempt failed.
    public var error: String?

    /// An entry that is due at once.
    public init(
        kind: DeliveryKind, purpose: DeliveryPurpose, endpoint: String? = nil, request: Int64?, event: Int64? = nil,
        at now: Timestamp
    ) {
        self.kind = kind
        self.purpose = purpose
        self.endpoint = endpoint
        self.request = request
        self.event = event
        createdAt = now
        due = now
    }
}

extension OutboxEntry {
    static let columns =
        "id, kind, purpose, endpoint, request, event, created_at, due, attempts, holder, sequel, error"

    init(_ row: PreparedStatement) throws {
        guard let kind = DeliveryKind(rawValue: row.text(1)), let purpose = DeliveryPurpose(rawValue: row.text(2))
        else { throw DamagedRecord(member: "outbox") }
        self.init(
            kind: kind, purpose: purpose, endpoint: row.optionalText(3), request: row.optionalNumber(4),
            event: row.optionalNumber(5), at: Timestamp(milliseconds: row.number(6)))
        id = row.number(0)
        due = Timestamp(milliseconds: row.number(7))
        attempts = Int(row.number(8))
        holder = row.optionalNumber(9).map { Int($0) }
        sequel = row.optionalText(10).map(Self.sequel)
        error = row.optionalText(11)
    }

    private static func sequel(_ text: String) -> OutboxSequel {
        switch text {
        case "invitation elsewhere": .invitationElsewhere
        case "nothing elsewhere": .nothingElsewhere
        default: DeliveryPurpose(rawValue: text).map(OutboxSequel.send) ?? .nothing
        }
    }

    var sequelText: String? {
        switch sequel {
        case nil: nil
        case .nothing: "nothing"
        case .invitationElsewhere: "invitation elsewhere"
        case .nothingElsewhere: "nothing elsewhere"
        case .send(let purpose): purpose.rawValue
        }
    }
}
