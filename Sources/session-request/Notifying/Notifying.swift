internal import SessionRequestClient
internal import SessionRequestWire
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Shows what happens on the desktop, and connects when somebody presses Connect.
struct Notifying: Sendable {
    /// How many notifications may wait for an answer at once; the next ones are shown without buttons.
    private static let mostWaiting = 50
    /// What is read of a program's words, in bytes.
    private static let mostWords = 4096

    let console: Console
    let filter: WireFilter
    /// Whether the client is waited for, as by `connect --wait`.
    let waits: Bool

    /// Runs until the task is cancelled.
    func run() async {
        let types = ["sessionRequest.opened", "sessionRequest.granted"]
        let options = WatchOptions(filter: WireEventFilter(requests: filter, types: types))
        var isAway = false
        var user = ""
        await withDiscardingTaskGroup { group in
            await Following(path: console.path, options: options, timing: .real).run { item in
                switch item {
                case .interrupted(let error, _):
                    if !isAway { console.note("\(Failure(error).message); trying again") }
                    isAway = true
                case .event(let event):
                    if user.isEmpty { user = await self.user() }
                    if let notification = DesktopNotification(event, user: user) {
                        group.addTask { await show(notification) }
                    }
                case .snapshot, .sync, .resumed: isAway = false
                }
            }
        }
    }

    /// The name that requests are assigned to us by; empty when the service is away just now.
    private func user() async -> String { (try? await console.connect())?.1.user ?? "" }

    /// How many wait for an answer now.
    private static let waiting = Mutex(0)

    private func show(_ notification: DesktopNotification) async {
        let isOne = Self.waiting.withLock { count in
            count += 1
            return count <= Self.mostWaiting
        }
        defer { Self.waiting.withLock { $0 -= 1 } }
        await shown(isOne ? notification : notification.withoutActions)
    }

    private func shown(_ notification: DesktopNotification) async {
        let pressed = await said(by: notification.arguments)
        guard pressed.status == 0 else {
            return console.note("cannot show a notification: \(pressed.words)")
        }
        guard notification.actions.contains(.connect),
            pressed.words == DesktopNotification.Action.connect.rawValue
        else { return }
        var arguments = [Self.program, "connect", "\(notification.id)", "--yes"]
        arguments += ["--if-revision", "\(notification.revision)", "--socket", console.path]
        if waits { arguments.append("--wait") }
        let connected = await said(by: arguments)
        guard connected.status != 0 else { return }
        _ = await said(by: DesktopNotification(problem: connected.words, id: notification.id).arguments)
    }

    /// The file of this program.
    private static var program: String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        guard count > 0 else { return "session-request" }
        return String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// One after another: a pipe that is not closed to programs yet must not be inherited by one.
    private static let starting = Mutex(())

    /// Starts a program, and the descriptor to read what it says from.
    private static func start(
        _ arguments: [String]
    ) throws(ChildProcess.LaunchError) -> (child: ChildProcess, reading: Int32) {
        try starting.withLock { (_) throws(ChildProcess.LaunchError) in
            guard let pipe = Pipe() else { throw ChildProcess.LaunchError(errno: errno) }
            defer { close(pipe.writing) }
            do throws(ChildProcess.LaunchError) {
                return (try ChildProcess.start(arguments, .heard(by: pipe.writing)), pipe.reading)
            } catch {
                close(pipe.reading)
                throw error
            }
        }
    }

    /// Runs a program to its end: its status, and what it said on either output, without white space around it.
    private func said(by arguments: [String]) async -> (status: Int32, words: String) {
        let heard: (child: ChildProcess, reading: Int32)
        do throws(ChildProcess.LaunchError) { heard = try Self.start(arguments) } catch {
            return (127, "\(arguments[0]): \(error.isMissing ? "it is not installed" : error.text)")
        }
        defer { close(heard.reading) }
        let status = await heard.child.end()
        var bytes = [UInt8](repeating: 0, count: Self.mostWords)
        let count = read(heard.reading, &bytes, bytes.count)
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return (status, words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
