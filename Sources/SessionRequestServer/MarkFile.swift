internal import Glibc

/// An empty file that says something by being there.
final class MarkFile {
    private let path: String
    private var known: Bool?

    init(path: String) {
        self.path = path
    }

    /// Whether it is there. A file that cannot be written is tried again when it is next to change.
    var isThere: Bool {
        get { known ?? false }
        set {
            guard known != newValue else { return }
            known = newValue ? make() : remove()
        }
    }

    private func make() -> Bool? {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return nil }
        // Others look for it, whatever the mask is.
        fchmod(descriptor, 0o644)
        close(descriptor)
        return true
    }

    private func remove() -> Bool? {
        unlink(path) == 0 || errno == ENOENT ? false : nil
    }
}
