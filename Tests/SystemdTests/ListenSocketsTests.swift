internal import Glibc
internal import Systemd
internal import Testing

@Suite struct ListenSocketsTests {
    @Test func socketsAreFoundByNameWhateverTheirOrder() throws {
        let agent = try ListeningSocket()
        let other = try ListeningSocket()
        let gateway = try ListeningSocket()
        defer { for socket in [agent, other, gateway] { socket.close() } }
        let sockets = try ListenSockets([
            ("gateway", gateway.descriptor), ("agent", agent.descriptor), ("agent", other.descriptor),
        ])
        #expect(sockets["agent"] == [agent.descriptor, other.descriptor])
        #expect(sockets["gateway"] == [gateway.descriptor])
        #expect(sockets["viewer"] == [])
        #expect(sockets.names == ["agent", "gateway"])
        #expect(!sockets.isEmpty)
    }

    @Test func descriptorsDoNotBlockAndAreNotInherited() throws {
        let agent = try ListeningSocket()
        defer { agent.close() }
        _ = try ListenSockets([("agent", agent.descriptor)])
        #expect(fcntl(agent.descriptor, F_GETFD) & FD_CLOEXEC != 0)
        #expect(fcntl(agent.descriptor, F_GETFL) & O_NONBLOCK != 0)
    }

    @Test func aSocketThatDoesNotListenIsRefused() throws {
        let idle = try ListeningSocket(listens: false)
        defer { idle.close() }
        #expect(throws: ListenSocketsError.notListening(name: "agent", descriptor: idle.descriptor)) {
            try ListenSockets([("agent", idle.descriptor)])
        }
    }

    @Test func aDatagramSocketIsRefused() throws {
        let datagrams = try ListeningSocket(type: SOCK_DGRAM, listens: false)
        defer { datagrams.close() }
        #expect(throws: ListenSocketsError.notListening(name: "agent", descriptor: datagrams.descriptor)) {
            try ListenSockets([("agent", datagrams.descriptor)])
        }
    }

    @Test func aSocketOfTheInternetIsRefused() throws {
        let internet = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(internet) }
        #expect(listen(internet, 1) == 0)
        #expect(throws: ListenSocketsError.notListening(name: "web", descriptor: internet)) {
            try ListenSockets([("web", internet)])
        }
    }

    @Test func aProcessThatSystemdGaveNothingHasNone() throws {
        let sockets = try ListenSockets.adopt()
        #expect(sockets.isEmpty)
        #expect(sockets.names == [])
    }

    @Test func aChildAdoptsWhatItWasGivenAndLeavesTheVariables() async {
        await #expect(processExitsWith: .exitCode(42)) {
            let first = try ListeningSocket()
            let second = try ListeningSocket()
            #expect(dup2(first.descriptor, 20) == 20 && dup2(second.descriptor, 21) == 21)
            #expect(dup2(20, 3) == 3 && dup2(21, 4) == 4)
            setenv("LISTEN_PID", String(getpid()), 1)
            setenv("LISTEN_FDS", "2", 1)
            setenv("LISTEN_FDNAMES", "viewer:agent", 1)
            let sockets = try ListenSockets.adopt()
            let variables: [String] = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"]
            let areLeft = variables.allSatisfy { (name: String) in getenv(name) != nil }
            let isRight = sockets["viewer"] == [3] && sockets["agent"] == [4] && areLeft
            first.close()
            second.close()
            _exit(isRight ? 42 : 1)
        }
    }

    @Test(arguments: [
        ListenSocketsError.unreadable(errno: EINVAL), .tooMany(count: 65), .notListening(name: "agent", descriptor: 3),
        .flags(name: "agent", descriptor: 3, errno: EBADF),
    ])
    func anErrorSaysWhatCannotBeDone(error: ListenSocketsError) {
        #expect(error.description.hasPrefix("cannot "))
    }
}
