internal import Dispatch

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A program started from an argument list, never through a shell.
struct ChildProcess: Sendable {
    /// How it is started.
    enum Manner {
        /// In a session of its own, without our terminal; it lives on when we are gone.
        case detached
        /// As a part of our job, with our terminal; where our output is none, what it prints goes to standard error, so that
        /// it does not get between the lines that programs read.
        case attached
        /// As a part of our job, with this to read, and nothing to say.
        case fed(by: Int32)
        /// As a part of our job, with nothing to read; what it says goes there.
        case heard(by: Int32)
        /// As a part of our job, with one to read and one to answer on; it may complain to the terminal, or not at all.
        case asked(by: Int32, answering: Int32, isSilent: Bool)
    }

    /// Why it could not be started.
    struct LaunchError: Error {
        let errno: Int32

        /// There is no such program here.
        var isMissing: Bool { errno == ENOENT }
        var text: String { String(cString: strerror(errno)) }
    }

    /// `POSIX_SPAWN_SETSID`, which only C sees, of both C libraries.
    private static let setsid: Int16 = 0x80

    let id: pid_t

    /// Starts a program, looked for in `PATH`; the list is not empty.
    static func start(_ arguments: [String], _ manner: Manner) throws(LaunchError) -> ChildProcess {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Threads that run tasks hold signals back; a program must not be born so.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let signals = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, signals)
        switch manner {
        case .attached:
            if !Terminal.isTerminal(1) { posix_spawn_file_actions_adddup2(&actions, 2, 1) }
        case .detached:
            posix_spawnattr_setflags(&attributes, signals | setsid)
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            for descriptor: Int32 in 1...2 {
                posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
            }
        case .heard(let descriptor):
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            for output: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, descriptor, output) }
        case .fed(let descriptor):
            posix_spawn_file_actions_adddup2(&actions, descriptor, 0)
            for descriptor: Int32 in 1...2 {
                posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
            }
        case .asked(let question, let answer, let isSilent):
            posix_spawn_file_actions_adddup2(&actions, question, 0)
            posix_spawn_file_actions_adddup2(&actions, answer, 1)
            if isSilent { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
        }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var id = pid_t()
        guard let program = words.first ?? nil else { throw LaunchError(errno: ENOENT) }
        let status = posix_spawnp(&id, program, &actions, &attributes, words, environ)
        guard status == 0 else { throw LaunchError(errno: status) }
        return ChildProcess(id: id)
    }

    /// Whether there is such a program to start, in `PATH` unless it is a path itself.
    static func isThere(_ program: String) -> Bool {
        if program.contains("/") { return access(program, X_OK) == 0 }
        let folders = (Terminal.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Waits for its end: its exit status, or 128 and the signal that ended it.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            // Waiting blocks, so it has a thread that tasks do not wait for.
            DispatchQueue.global().async {
                var status: Int32 = 0
                while waitpid(id, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7F
                continuation.resume(returning: signal == 0 ? status >> 8 & 0xFF : 128 + signal)
            }
        }
    }

    /// Asks it to end.
    func terminate() { kill(id, SIGTERM) }
}
