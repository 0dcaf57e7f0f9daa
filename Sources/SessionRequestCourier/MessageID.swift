package import Logging
internal import Systemd

/// What a noteworthy log line is about, as a 128-bit id that never changes; `contrib/catalog` explains each.
package enum MessageID: String, CaseIterable, Sendable {
    /// A lane cannot go on; the courier ends, to be started anew.
    case laneFailed = "724b55bf807e4faaac302b201940adde"
    /// An admin's text or template cannot be used; what is built in is.
    case overrideRefused = "259ae79bc6fd4069b47693c4303d8de2"
    /// A configuration has a fault; at a reload the old one stays in force.
    case configurationRefused = "b0b971b9de884019a5b8cd166762ef57"

    /// Metadata with this id, to which a line's own fields are added.
    package func metadata(_ fields: Logger.Metadata = [:]) -> Logger.Metadata {
        var metadata = fields
        metadata[JournalField.messageID] = .string(rawValue)
        return metadata
    }
}
