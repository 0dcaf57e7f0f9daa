internal import Foundation

/// Passwords, tokens and keys: read from a file or a systemd credential each time they are used, and kept nowhere.
struct Secrets: Sendable {
    /// Why one cannot be read.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// `$CREDENTIALS_DIRECTORY`; nil outside of a unit that loads any.
    let directory: String?

    /// The first line of the file, or of the credential when no file is named; nil when neither is there to be read.
    func line(file: String?, credential: String) throws(Missing) -> String? {
        guard let path = file ?? directory.map({ "\($0)/\(credential)" }) else { return nil }
        guard let handle = fopen(path, "re") else {
            if file == nil, errno == ENOENT { return nil }
            throw Missing(description: "\(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(handle) }
        var bytes = [UInt8](repeating: 0, count: CourierLimits.secret + 1)
        let count = fread(&bytes, 1, bytes.count, handle)
        guard count <= CourierLimits.secret else {
            throw Missing(description: "\(path) is longer than \(CourierLimits.secret) bytes")
        }
        let line = bytes.prefix(count).prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
        guard !line.isEmpty else { throw Missing(description: "\(path) is empty") }
        return String(decoding: line, as: UTF8.self)
    }
}
