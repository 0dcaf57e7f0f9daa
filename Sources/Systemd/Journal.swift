internal import CSystemd
internal import Glibc

/// The system's journal, by its native protocol: entries of named fields.
public enum Journal {
    /// Whether journald listens for native entries and this process may write to it.
    ///
    /// Outside a booted system, in a container say, it does not.
    public static var isReachable: Bool { access("/run/systemd/journal/socket", W_OK) == 0 }

    /// Writes one entry. Fields beyond ``Limits/fieldsPerEntry`` are left out.
    /// - Returns: whether journald could be reached; an unreachable one is no reason to fail.
    @discardableResult
    public static func send(_ fields: [JournalField]) -> Bool {
        var bytes: [UInt8] = []
        var lengths: [Int] = []
        for field in fields.prefix(Limits.fieldsPerEntry) {
            let start = bytes.count
            bytes.append(contentsOf: field.name.utf8)
            bytes.append(UInt8(ascii: "="))
            bytes.append(contentsOf: field.value.utf8)
            lengths.append(bytes.count - start)
        }
        return bytes.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            var offset = 0
            let parts = lengths.map { length in
                defer { offset += length }
                return iovec(iov_base: base + offset, iov_len: length)
            }
            return SystemdLibrary.functions.sd_journal_sendv?(parts, Int32(parts.count)) == 0
        }
    }
}
