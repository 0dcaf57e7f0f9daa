internal import Glibc

/// An empty file that says something by being there.
final class MarkFile {
    private let path: String
    private var known: Bool?

    init(path: String) {
        self.path = path
    }

    /// Makes it or removes it; true when it was made just now. What fails is tried again with the next look.
    func set(_ isThere: Bool) -> Bool {
        guard known != isThere else { return false }
        known = isThere ? make() : remove()
        return known == true
    }

    /// Has what is in a folder on the disk. Waits for the disk.
    static func sync(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private func make() -> Bool? {
        // That it is there says all: nobody has to open it.
        let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        fchmod(descriptor, 0o600)
        close(descriptor)
        return true
    }

    private func remove() -> Bool? {
        unlink(path) == 0 || errno == ENOENT ? false : nil
    }
}
