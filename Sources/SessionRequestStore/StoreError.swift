/// Why the store could not do what it was asked. The cause is for the log, never for a peer.
public enum StoreError: Error, Sendable, CustomStringConvertible {
    /// The database was written by a newer release; nothing was touched.
    case databaseTooNew(path: String)
    /// There is no room on the disk, or the quota is used up; nothing of the transaction was kept.
    case storageFull(cause: String)
    /// The database could not be opened, or is not a database of this service.
    case unusable(path: String, cause: String)
    /// Reading or writing failed in a way that no caller can mend.
    case failed(cause: String)
    /// The store is shut down.
    case closed

    /// One sentence for the log and for the person who starts the daemon.
    public var description: String {
        switch self {
        case .databaseTooNew(let path):
            "cannot open \(path): it was written by a newer release; install that release, or restore a backup"
        case .storageFull(let cause): "cannot write: no space is left for the database (\(cause))"
        case .unusable(let path, let cause): "cannot open \(path): \(cause)"
        case .failed(let cause): "cannot read or write the database: \(cause)"
        case .closed: "cannot use the store: it is shut down"
        }
    }
}
