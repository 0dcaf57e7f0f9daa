internal import Foundation
internal import Synchronization

/// A program that is started from an argument list, never through a shell, given something to read, and waited for.
struct ProgramRun {
    /// How it ended.
    enum Ending: Equatable {
        /// With a status, and what it said on its standard error.
        case exited(Int32, String)
        case signalled(Int32)
        /// It took too long, or was given up, and was killed.
        case killed
        case notStarted(String)
    }

    let arguments: [String]
    var input: [UInt8] = []

    /// Starts it and waits for its end, at most so many seconds.
    func ending(within seconds: Int, _ abandonment: Abandonment) -> Ending {
        var (feeding, hearing) = (Int32(-1), Int32(-1))
        var process = pid_t()
        let status = Self.starting.withLock { _ in start(&process, &feeding, &hearing) }
        guard status == 0 else { return .notStarted(String(cString: strerror(status))) }
        return wait(for: process, feeding: feeding, hearing: hearing, seconds: seconds, abandonment)
    }

    // One at a time: no program inherits the ends of another's pipes in the moment before they are marked.
    private static let starting = Mutex<Void>(())

    private func start(_ process: inout pid_t, _ feeding: inout Int32, _ hearing: inout Int32) -> Int32 {
        guard let reading = Pipe.make() else { return errno }
        guard let complaining = Pipe.make() else {
            for end in [reading.read, reading.write] { close(end) }
            return EMFILE
        }
        let status = spawn(&process, reading: reading.read, complaining: complaining.write)
        for end in [reading.read, complaining.write] { close(end) }
        (feeding, hearing) = (reading.write, complaining.read)
        // Our ends alone: the program's own ends are as it expects them.
        for end in [feeding, hearing] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        if status != 0 { for end in [feeding, hearing] { close(end) } }
        return status
    }

    private func spawn(_ process: inout pid_t, reading: Int32, complaining: Int32) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // A group of its own, so that all of it can be ended.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        posix_spawn_file_actions_adddup2(&actions, reading, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, complaining, 2)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = Self.environment.map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        return posix_spawn(&process, arguments[0], &actions, &attributes, &words, &variables)
    }

    // Nothing of the courier's own, such as where its credentials are.
    private static let environment = ["PATH", "HOME", "LANG", "TZ", "USER", "LOGNAME"].compactMap {
        (name: String) -> String? in
        getenv(name).map { "\(name)=\(String(cString: $0))" }
    }

    private func wait(
        for process: pid_t, feeding: Int32, hearing: Int32, seconds: Int, _ abandonment: Abandonment
    ) -> Ending {
        var rest = input[...]
        var feeding = feeding
        var heard: [UInt8] = []
        defer {
            if feeding >= 0 { close(feeding) }
            close(hearing)
        }
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            feed(&rest, &feeding)
            Self.hear(hearing, &heard)
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                Self.hear(hearing, &heard)
                let signal = status & 0x7F
                return signal == 0
                    ? .exited(status >> 8 & 0xFF, String(decoding: heard, as: UTF8.self)) : .signalled(signal)
            }
            if ContinuousClock.now > deadline || abandonment.isAsked {
                kill(-process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return .killed
            }
            // Its end shows on no descriptor that is its alone, so that it is looked for in between.
            var polled = [
                pollfd(fd: feeding, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: heard.count < CourierLimits.complaint ? hearing : -1, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&polled, nfds_t(polled.count), 20) > 0, polled[1].revents & Int16(POLLIN) == 0, feeding < 0 {
                poll(nil, 0, 20)
            }
        }
    }

    private func feed(_ rest: inout ArraySlice<UInt8>, _ descriptor: inout Int32) {
        while descriptor >= 0 {
            if rest.isEmpty {
                close(descriptor)
                descriptor = -1
                return
            }
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                rest = []
            }
        }
    }

    private static func hear(_ descriptor: Int32, _ heard: inout [UInt8]) {
        var piece = [UInt8](repeating: 0, count: CourierLimits.complaint)
        while true {
            let count = read(descriptor, &piece, piece.count)
            guard count > 0 else { return }
            heard += piece.prefix(min(count, CourierLimits.complaint - heard.count))
        }
    }
}

/// A pipe whose ends do not reach programs by themselves.
private struct Pipe {
    let read: Int32
    let write: Int32

    static func make() -> Pipe? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return Pipe(read: ends[0], write: ends[1])
    }
}
