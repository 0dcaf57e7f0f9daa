/// A connection to the service, on which many calls may be under way at once.
///
/// It is one socket and one thread; it ends when it is closed or forgotten, or when the service ends it. What the
/// service remembers by connection (a sign-in, a lease, subscriptions) ends with it.
public final class Connection: Sendable {
    let channel: Channel
    let timing: Timing

    private init(channel: Channel, timing: Timing) {
        self.channel = channel
        self.timing = timing
    }

    deinit { channel.close() }

    /// Connects to the socket at `path`.
    ///
    /// Notifications are kept for `nextNotification()` only if `keepingNotifications` says so; then they must be taken,
    /// for once `ClientLimits.keptNotifications` wait nothing is read from the socket, answers included. Throws
    /// `unreachable` with what to do about it.
    public static func open(
        path: String, keepingNotifications: Bool = false, timing: Timing = .real
    ) async throws(ClientError) -> Connection {
        guard (1...ClientLimits.pathBytes).contains(path.utf8.count), !path.utf8.contains(0) else {
            throw .unusable(path: path)
        }
        for attempt in 1...ClientLimits.connectAttempts {
            switch UnixSocket.attempt(path: path) {
            case .failed(let cause): throw .connecting(to: path, errno: cause)
            case .connected(let descriptor):
                return try Connection(
                    channel: start(descriptor, path: path, keepsNotifications: keepingNotifications), timing: timing)
            case .full:
                do { try await timing.sleep(.milliseconds(2 * attempt)) } catch { throw .canceled }
            }
        }
        throw .crowded(path: path)
    }

    /// Where it is connected to.
    public var path: String { channel.path }

    /// Why it ended; nil while it lives.
    public var ending: ClientError? { channel.ending }

    /// The next notification, in the order in which they came; for one task at a time. Nil when none will come any more
    /// (see `ending`) or the task is cancelled.
    public func nextNotification() async -> Notification? {
        defer { withExtendedLifetime(self) {} }
        return await channel.nextNotification()
    }

    /// Ends the connection; calls that are under way fail with `unreachable`.
    public func close() { channel.close() }

    private static func start(
        _ descriptor: Int32, path: String, keepsNotifications: Bool
    ) throws(ClientError) -> Channel {
        guard let bell = Bell() else {
            UnixSocket.discard(descriptor)
            throw .exhausted(path: path)
        }
        let channel = Channel(path: path, keepsNotifications: keepsNotifications, bell: bell)
        guard ChannelThread.start(descriptor: descriptor, bell: bell, channel: channel) else {
            throw .exhausted(path: path)
        }
        return channel
    }
}
