internal import Dispatch

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Whoever reads what this program writes.
enum Reader {
    /// Ends the process in silence once nobody reads its output any more, or its parent is gone: a status bar that is
    /// killed must not leave its parts behind, and they may have nothing to write for hours.
    static func outliveNobody() {
        let parent = getppid()
        // Polling blocks, so it has a thread that tasks do not wait for.
        DispatchQueue.global().async {
            while true {
                // Nothing is asked for: errors and hang-ups are always told.
                var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
                let count = poll(&output, 1, 5000)
                if count > 0 || getppid() != parent { exit(0) }
            }
        }
    }
}
