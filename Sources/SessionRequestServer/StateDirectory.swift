internal import Glibc
internal import SessionRequestService

/// Why the daemon cannot start where it was told to.
public struct StartError: Error, CustomStringConvertible {
    /// One sentence that names the thing and the way out.
    public let description: String
}

/// The directory that belongs to the daemon alone: the database, the key of the links, and a mark while it runs.
struct StateDirectory {
    let path: String

    /// Makes the directory when it is missing. Throws when it cannot be made, or others may enter it.
    init(path: String) throws(StartError) {
        self.path = path
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw StartError(
                description: "cannot make the state directory \(path): \(String(cString: strerror(errno)))")
        }
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw StartError(description: "cannot use the state directory \(path): it is no directory")
        }
        guard facts.st_uid == getuid() else {
            throw StartError(
                description: "cannot use the state directory \(path): it belongs to another user; chown it")
        }
        if facts.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 {
            throw StartError(
                description: "cannot use the state directory \(path): others may enter it; chmod it to 0700")
        }
    }

    /// The key of the links: the systemd credential `link-key`, or the file `link.key`, made at the first start. To be
    /// called by who holds the directory, so that nobody else makes another.
    func linkSecret() throws(StartError) -> LinkSecret {
        if let directory = getenv("CREDENTIALS_DIRECTORY").map({ String(cString: $0) }),
            let key = Self.contents(of: directory + "/link-key")
        {
            guard let secret = LinkSecret(key: key) else {
                throw StartError(
                    description: "cannot use the credential link-key: it must be \(LinkSecret.keyLength) bytes")
            }
            return secret
        }
        let file = path + "/link.key"
        if let key = Self.contents(of: file) {
            guard let secret = LinkSecret(key: key) else {
                throw StartError(
                    description:
                        "cannot use \(file): it must be \(LinkSecret.keyLength) bytes; restore it from a backup, "
                        + "or remove it and every link that was given out is dead")
            }
            return secret
        }
        let key = Self.randomBytes(LinkSecret.keyLength)
        guard Self.write(key, to: file), let secret = LinkSecret(key: key) else {
            throw StartError(description: "cannot write \(file): \(String(cString: strerror(errno)))")
        }
        MarkFile.sync(folder: path)
        return secret
    }

    /// A name for a new database.
    static func newEpoch() -> String {
        randomBytes(8).map { byte in
            let digits = Array("0123456789abcdef")
            return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }.joined()
    }

    /// Whether the mark of a running daemon was there; it is from here on.
    static func wasRunning(_ path: String) -> Bool {
        let descriptor = open(path + "/running", O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno == EEXIST }
        close(descriptor)
        return false
    }

    func markStopped() {
        unlink(path + "/running")
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    private static func contents(of file: String) -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &bytes, bytes.count)
        return count >= 0 ? Array(bytes.prefix(count)) : nil
    }

    /// Writes the file so that it is there whole, and on the disk, or not at all.
    private static func write(_ bytes: [UInt8], to file: String) -> Bool {
        let temporary = file + ".new"
        let descriptor = open(temporary, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        close(descriptor)
        return isWritten && rename(temporary, file) == 0
    }
}
