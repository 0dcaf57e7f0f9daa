/// The bounds of what is read as a configuration, before its keys have bounds of their own.
public enum ConfigurationLimits {
    /// Bytes of one file.
    public static let file = 1024 * 1024
    /// Files in `config.d`.
    public static let files = 256
    /// Aliases (`*name`) of one file; what they stand for is read once for each of them.
    public static let aliases = 16
    /// Values of one file, what aliases stand for among them.
    public static let values = 100_000
    /// Mappings and lists within each other.
    public static let depth = 16
    /// Keys given twice that are looked for in one file.
    public static let duplicates = 32
    /// Faults that are reported.
    public static let faults = 100
    /// Users, and groups, of one role.
    public static let roleMembers = 1024
    /// Schemes, connectors, ways of joining, and clients with a minimum version.
    public static let schemes = 64
    /// Characters in the address of a page, a gateway or an endpoint.
    public static let address = 1024
    /// Characters in the path of a file.
    public static let path = 1024
    /// Arguments of a program that sends text messages, itself included.
    public static let arguments = 64
    /// Characters in one of those arguments.
    public static let argument = 1024
    /// Characters in the body of a request to a gateway.
    public static let body = 16_384
    /// Endpoints that events are sent to.
    public static let webhooks = 64
    /// Reminders of one session.
    public static let reminders = 8
    /// Minutes before a session at which its first reminder may be: a year.
    public static let reminderMinutes: Int64 = 527_040
    /// Proxies that are trusted.
    public static let proxies = 64
    /// Files that visitors may fetch.
    public static let downloads = 64
    /// Characters of a key or value that are repeated in a fault.
    public static let quoted = 64
}
