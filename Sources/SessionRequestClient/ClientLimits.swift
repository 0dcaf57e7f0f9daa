/// The bounds of what the other side, or the caller's slowness, can make a client hold.
public enum ClientLimits {
    /// Bytes of one line from the service; a snapshot of many requests is one line.
    public static let lineBytes = 256 << 20
    /// Notifications that are kept for a caller who does not take them; at so many the socket is not read from.
    public static let keptNotifications = 256
    /// Bytes read from the socket at once.
    static let readBytes = 64 << 10
    /// Bytes of a Unix socket's path, as `sun_path` has room for with its end.
    static let pathBytes = 107
    /// How often to try again when the service's queue of new connections is full.
    static let connectAttempts = 50
}
