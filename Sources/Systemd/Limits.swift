/// The bounds of what goes to systemd and its journal; longer values are cut, never refused.
public enum Limits {
    /// The longest value of one journal field, in bytes of UTF-8.
    public static let fieldValueBytes = 16 * 1024
    /// The most fields of one journal entry, those of the handler itself included.
    public static let fieldsPerEntry = 64
    /// The longest name of a journal field, which is journald's own bound.
    public static let fieldNameBytes = 64
    /// The longest status text shown by `systemctl status`, in bytes of UTF-8.
    public static let statusBytes = 256
    /// The most descriptors taken over from systemd.
    public static let listenSockets = 64

    /// `text` without its end beyond `bytes` bytes of UTF-8; a character is kept whole or left out.
    package static func cut(_ text: String, toBytes bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var kept = ""
        var size = 0
        for character in text {
            size += character.utf8.count
            if size > bytes { break }
            kept.append(character)
        }
        return kept
    }
}
