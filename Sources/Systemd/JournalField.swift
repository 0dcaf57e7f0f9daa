/// One field of a journal entry: a name such as `PEER_UID` and any text.
///
/// Names are what journald takes from a service: `[A-Z0-9_]`, neither a digit nor an underscore first (journald keeps
/// the underscore for what it vouches for itself), at most ``Limits/fieldNameBytes``.
public struct JournalField: Sendable, Equatable {
    /// The name of the field that says what a line is about, whatever its wording (systemd.journal-fields(7)).
    public static let messageID = "MESSAGE_ID"

    /// The name, upper-case.
    public let name: String
    /// The value, cut at ``Limits/fieldValueBytes``; it may have line breaks.
    public let value: String

    /// Makes a field; nil when `name` is not one that journald takes.
    public init?(name: String, value: String) {
        guard Self.isValid(name) else { return nil }
        self.init(checked: name, value)
    }

    /// Makes a field out of a metadata key: `PEER_UID` stays, `peerUid` and `peer-uid` become it.
    ///
    /// Nil when nothing of the key can be used. A key that names a field which the entry has anyway (`message`)
    /// gets `FIELD_` in front.
    package init?(metadataKey: String, value: String) {
        var name = Self.isValid(metadataKey) ? metadataKey : Self.name(forKey: metadataKey)
        if Self.reserved.contains(name) { name = "FIELD_" + name }
        self.init(name: name, value: value)
    }

    package init(checked name: StaticString, _ value: String) { self.init(checked: name.description, value) }

    private init(checked name: String, _ value: String) {
        self.name = name
        self.value = Limits.cut(value, toBytes: Limits.fieldValueBytes)
    }

    private static let reserved: Set<String> = ["MESSAGE", "PRIORITY", "LOGGER", "CODE_FILE", "CODE_LINE", "CODE_FUNC"]

    private static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first), name.utf8.count <= Limits.fieldNameBytes else {
            return false
        }
        return name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func name(forKey key: String) -> String {
        var name = ""
        var afterLowerCase = false
        for byte in key.utf8 {
            let isUpperCase = isLetter(byte)
            if isUpperCase, afterLowerCase { name.append("_") }
            afterLowerCase = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || isDigit(byte)
            let usable = isUpperCase || afterLowerCase
            name.append(usable ? Character(UnicodeScalar(byte)).uppercased() : "_")
        }
        let start = name.utf8.firstIndex(where: isLetter) ?? name.endIndex
        return String(name[start...].prefix(Limits.fieldNameBytes))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
