internal import Glibc

/// The directory that the database lies in: private, and held by one service at a time.
///
/// The hold is a lock of the kernel's on the directory itself, which ends with the process, however it ends.
public final class HeldDirectory: Sendable {
    /// The directory.
    let directory: String
    /// The database's file.
    let path: String
    private let descriptor: Int32

    /// Takes hold of a directory, until the store in it is closed.
    ///
    /// - Parameter directory: exists, and nobody else can write to it.
    /// - Throws: `StoreError.unusable` when others can write to it, or another service holds it.
    public init(_ directory: String) throws(StoreError) {
        let path = directory + "/desk.sqlite"
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unusable(path: path, cause: "its directory cannot be opened: error \(errno)")
        }
        if let cause = Self.obstacle(descriptor, directory) {
            close(descriptor)
            throw .unusable(path: path, cause: cause)
        }
        // Not before: what is whole when it throws ends by its deinit, which would close the descriptor again.
        self.directory = directory
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Lets go of it, for the next service.
    func release() {
        _ = flock(descriptor, LOCK_UN)
    }

    private static func obstacle(_ descriptor: Int32, _ directory: String) -> String? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return "its directory cannot be examined: error \(errno)" }
        guard status.st_mode & 0o022 == 0 else {
            return "others can write to its directory; make it private with: chmod 700 \(directory)"
        }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? nil : "another service uses it; stop that one first"
    }
}
