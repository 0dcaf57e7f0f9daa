internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What happens when the output cannot be written: whoever asked for it must not take nothing for an answer.
enum LostOutput {
    private static let hasChanged = Atomic(false)

    /// The service has carried out a method for this run.
    static func done(_ method: String) {
        if !ReadingMethods.contains(method) { hasChanged.store(true, ordering: .relaxed) }
    }

    /// Gives the standard descriptors that are closed to nobody, so that no socket takes their numbers and is written to.
    /// Using one goes on failing.
    static func keepClosedOnesClosed() {
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDWR)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is taken, which is this one.
            _ = open("/dev/null", mode)
        }
    }

    /// Ends the process with what went wrong, by its `errno`.
    static func end(_ cause: Int32) -> Never {
        let hint =
            hasChanged.load(ordering: .relaxed)
            ? "The change was made all the same: look at it before you try again."
            : "See to it that there is room where the output goes, or send it elsewhere."
        Failure(.refused, "cannot write the output: \(String(cString: strerror(cause)))", hint: hint).end()
    }
}
