public import Logging
internal import Systemd

/// What a noteworthy log line is about, as a 128-bit id that never changes: `journalctl MESSAGE_ID=...` finds every
/// such line, whatever its wording, and `journalctl --catalog` explains it out of `contrib/catalog`.
public enum MessageID: String, CaseIterable, Sendable {
    /// The daemon answers on its sockets.
    case daemonStarted = "d6209347c31a47e8bb2c1751b0c02ee5"
    /// The daemon was told to stop and does.
    case daemonStopping = "69a5cfcbcf4040d5ac553e4e2b3360a1"
    /// The daemon exits because nobody needs it; the next connection starts it.
    case idleExit = "bee10a6f212d4d958b4ef7bc5d7228d9"
    /// The last run ended without a goodbye, and its data was read back.
    case recoveredAfterCrash = "e3d14946bee445ae91f68ee586f2f9da"
    /// The database was restored from a copy.
    case databaseRestored = "228491c32376479cbfa2c49b4963df4d"
    /// A session request was created.
    case requestCreated = "414fa32cb5704b3b9f69c94b644ebc50"
    /// An agent connected to a session request.
    case requestConnected = "210f45e95e784093a448782d5d34d682"
    /// A session request was closed.
    case requestClosed = "77c993d73bba4355afcebbc9015f62bc"
    /// A session request reached its end unserved.
    case requestExpired = "e360684270db4316bb274f3aabb376bb"
    /// A peer called what its roles do not allow.
    case permissionDenied = "a32efb5c50a7493bbe1bbd473bba81e6"
    /// A connection was refused whole.
    case peerRefused = "2d945d8591874b5a87e489911696ac95"
    /// Something that was to leave the machine was given up.
    case deliveryFailed = "14dab7edf77f4c7080497c10820265c2"
    /// The disk is full: changes are refused, reading goes on.
    case storageFull = "3022b8312aef441098e6b3a13ff48150"
    /// There is room again, and changes are taken.
    case storageRecovered = "19dd188efd9b4b269be95d41aafd5372"
    /// A new configuration is in force.
    case configurationReloaded = "8a6a579c36d34572b0bf0baca5154e22"
    /// A configuration has a fault; at a reload the old one stays in force.
    case configurationRefused = "4fa77727b77f45ccad427a434e901d2a"
    /// The database was written by a newer version.
    case databaseTooNew = "ecbb86b5d5eb41fd833ac76c2e454756"
    /// The daemon noticed that it was stuck for longer than the watchdog allows.
    case watchdogTripped = "1ab3defbfeea4242b30d918da71f9d8d"

    /// Metadata with this id, to which a line's own fields are added.
    public func metadata(_ fields: Logger.Metadata = [:]) -> Logger.Metadata {
        var metadata = fields
        metadata[JournalField.messageID] = .string(rawValue)
        return metadata
    }
}
