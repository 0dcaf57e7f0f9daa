#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The process's own terminal, if it has one.
enum Terminal {
    /// Whether a descriptor is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Columns and rows of the terminal; what `COLUMNS` and `LINES` say, or 80 by 24, where there is none.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return (Int(size.ws_col), max(Int(size.ws_row), 1))
        }
        return (variable("COLUMNS").flatMap { Int($0) } ?? 80, variable("LINES").flatMap { Int($0) } ?? 24)
    }

    /// Whether to use colours when nothing is said: on a terminal that can, unless `NO_COLOR` is set.
    static var wantsColor: Bool {
        isTerminal(STDOUT_FILENO) && (variable("NO_COLOR") ?? "").isEmpty && (variable("TERM") ?? "dumb") != "dumb"
    }

    /// The machine's clock.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// An environment variable.
    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Writes all of a text. Where nobody reads any more the process ends in silence, as a pipe's writer does; where the
    /// output cannot be written it ends with a failure.
    static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
        write(bytes: Array(text.utf8), to: descriptor)
    }

    /// The same with bytes.
    static func write(bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno == EPIPE {
                exit(128 + SIGPIPE)
            } else if errno != EINTR {
                if descriptor == STDOUT_FILENO { LostOutput.end(errno) }
                // Nobody is left to be told on this descriptor.
                return
            }
        }
    }
}
