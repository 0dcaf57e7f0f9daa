internal import SessionRequestClient
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The live table on a terminal: follows the stream, draws, and leaves the terminal as it was.
final class LiveTable: Sendable {
    /// How often it is drawn at most, so that a burst of events is one picture.
    private static let pause = Duration.milliseconds(50)

    private struct State {
        var board: Board
        var redraw = Redraw()
    }

    private let console: Console
    private let user: String
    private let state: Mutex<State>

    init(_ console: Console, user: String, filter: BoardFilter) {
        self.console = console
        self.user = user
        state = Mutex(State(board: Board(filter: filter)))
    }

    /// Runs until somebody ends it with a signal, or the stream gives up.
    func run() async throws {
        let signals = Signals.stream(of: [SIGINT, SIGTERM, SIGHUP, SIGWINCH])
        let (pictures, picture) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        Terminal.write(Redraw.hideCursor)
        defer { Terminal.write(Redraw.end) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.follow { picture.yield() } }
            group.addTask { await self.heed(signals) { picture.yield() } }
            group.addTask {
                for await _ in pictures {
                    self.draw()
                    try await Task.sleep(for: Self.pause)
                }
            }
            group.addTask {
                // Times in words go on by themselves.
                while true {
                    picture.yield()
                    try await Task.sleep(for: .seconds(1))
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func follow(_ changed: () -> Void) async throws {
        for try await item in Watch(path: console.path, options: WatchOptions(snapshot: true)) {
            state.withLock { $0.board.told(item) }
            changed()
        }
    }

    /// Returns when it is to end.
    private func heed(_ signals: AsyncStream<Int32>, _ changed: () -> Void) async {
        for await signal in signals {
            guard signal == SIGWINCH else { return }
            Terminal.write(state.withLock { $0.redraw.resized() })
            changed()
        }
    }

    private func draw() {
        let screen = console.screen(user: user)
        Terminal.write(
            state.withLock { state in
                let lines = BoardView.lines(&state.board, on: screen)
                return state.redraw.text(for: lines)
            })
    }
}
