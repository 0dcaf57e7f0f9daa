/// The bounds of everything that somebody outside may choose the size of. Characters are Unicode scalars.
public enum Limits {
    /// Characters in a name: of a recipient, a queue, an agent, a program.
    public static let name = 128
    /// Characters in a subject.
    public static let subject = 256
    /// Characters in an email address (RFC 5321 leaves 254 between the angle brackets).
    public static let email = 254
    /// Characters in a phone number.
    public static let phone = 32
    /// Characters in a BCP 47 language tag.
    public static let language = 35
    /// Characters in the comments of a request, all of them together.
    public static let comments = 4096
    /// Characters in the note that goes with a close or a disconnect, and in a recipient's feedback.
    public static let note = 4096
    /// Characters in a tag.
    public static let tag = 64
    /// Tags of one request.
    public static let tags = 32
    /// Custom fields of one request.
    public static let customFields = 16
    /// Characters in the name of a custom field.
    public static let customFieldName = 64
    /// Characters in the value of a custom field.
    public static let customFieldValue = 512
    /// Characters in the system or identifier of an external reference.
    public static let externalReference = 128
    /// Characters in a URL.
    public static let url = 2048
    /// Characters in a target's address.
    public static let address = 255
    /// Characters in a scheme, a version, a platform, a feature or a permission.
    public static let token = 64
    /// Features of a client, and permissions of a grant.
    public static let tokens = 32
    /// Characters in the slug of a queue.
    public static let queueID = 64
    /// Users, and groups, of one queue.
    public static let queueMembers = 256
    /// Queues of one desk.
    public static let queues = 1000
    /// Characters in an identifier of a remote-desktop client.
    public static let clientID = 128
    /// Characters in an idempotency key.
    public static let idempotencyKey = 128
    /// Characters in a visitor's address.
    public static let source = 64
    /// Seconds that a request may live at most: ten years.
    public static let lifetimeSeconds: Int64 = 315_360_000
    /// Seconds that a recipient's lease may last.
    public static let leaseSeconds: ClosedRange<Int64> = 1...3600
}
