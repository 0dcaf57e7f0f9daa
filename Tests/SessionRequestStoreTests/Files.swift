internal import Glibc

/// Whole files, for comparing and for spoiling them.
enum Files {
    static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw TestFailure("open \(path): \(errno)") }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count <= 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw TestFailure("open \(path): \(errno)") }
        defer { close(file) }
        var from = 0
        while from < bytes.count {
            let count = bytes[from...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw TestFailure("write \(path): \(errno)") }
            from += count
        }
    }

    static func copy(_ from: String, to: String) throws {
        try write(read(from), to: to)
    }

    static func mode(_ path: String) throws -> UInt32 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw TestFailure("stat \(path): \(errno)") }
        return status.st_mode & 0o777
    }
}
