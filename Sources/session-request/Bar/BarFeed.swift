internal import SessionRequestClient

/// What a status bar shows, kept up to date: a line whenever it changes.
struct BarFeed: Sendable {
    /// How long the service may be away before the bar says so: a restart is nothing to tell.
    private static let grace = Duration.seconds(2)
    /// How often the time is looked at.
    private static let tick = Duration.seconds(5)
    /// How long a change waits for the next one: many at once are one line.
    private static let breath = Duration.milliseconds(100)

    let console: Console
    let format: BarFormat
    let scope: BarScope
    /// Seconds that somebody may wait before it is urgent.
    let patience: Double

    /// Prints one line. When the service cannot be reached that is what it says.
    func printOnce() async {
        let content = BarContent(await scope.look(console), now: Terminal.now, patience: patience)
        Terminal.write(format.line(content, isFirst: true, isOnly: true))
    }

    /// Prints a line now and whenever it changes, until the task is cancelled.
    func run() async {
        let moments = BarMoments()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await follow(moments) }
            group.addTask {
                while (try? await Task.sleep(for: Self.tick)) != nil { moments.ticked() }
            }
            await show(moments)
            group.cancelAll()
        }
    }

    private func follow(_ moments: BarMoments) async {
        var alarm: Task<Void, Never>?
        // All events, since one that leaves the scope is news, too.
        await Following(path: console.path, options: WatchOptions(), timing: .real).run { item in
            if case .interrupted(let error, _) = item {
                moments.interrupted(BarState(Failure(error)))
                guard alarm == nil else { return }
                alarm = Task {
                    if (try? await Task.sleep(for: Self.grace)) != nil { moments.lost() }
                }
            } else {
                alarm?.cancel()
                alarm = nil
                moments.changed()
            }
        }
        alarm?.cancel()
    }

    /// How it is at the beginning; a bar is not left empty by a service that takes its time.
    private func first() async -> BarState {
        await withTaskGroup(of: BarState.self) { group in
            group.addTask { await scope.look(console) }
            group.addTask {
                try? await Task.sleep(for: Self.grace)
                return .offline("The service at \(console.path) has not answered yet.")
            }
            defer { group.cancelAll() }
            return await group.next() ?? .offline("")
        }
    }

    private func show(_ moments: BarMoments) async {
        Terminal.write(format.opening)
        var state = await first()
        var last: BarContent?
        func print() {
            let content = BarContent(state, now: Terminal.now, patience: patience)
            guard content != last else { return }
            Terminal.write(format.line(content, isFirst: last == nil))
            last = content
        }
        print()
        for await _ in moments.rings {
            let pending = moments.take()
            if pending.hasChanged {
                let found = await scope.look(console)
                // Gone again in between: the watch finds out, and says so when it lasts.
                if case .desk = found { state = found }
            }
            if let lost = pending.lost { state = lost }
            print()
            if (try? await Task.sleep(for: Self.breath)) == nil { return }
        }
    }
}
