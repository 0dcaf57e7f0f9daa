internal import SessionRequestConfiguration
internal import SessionRequestStore
internal import Systemd

/// What the journal is told of an error that kept the daemon from starting.
public enum StartFailure {
    /// The MESSAGE_ID of an error that ``Daemon`` or ``Configuration`` threw; nil when it has none of its own.
    public static func messageID(of error: any Error) -> MessageID? {
        switch error {
        case is ConfigurationError: .configurationRefused
        case StoreError.databaseTooNew: .databaseTooNew
        default: nil
        }
    }
}
