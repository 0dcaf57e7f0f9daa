internal import SessionRequestClient
internal import SessionRequestWire

/// A watch that never gives up: what it cannot have now it tries again, ever slower, at moments that chance spreads. For
/// programs that nobody starts again, such as a part of a status bar.
struct Following: Sendable {
    let path: String
    let options: WatchOptions
    let timing: Timing

    /// Tells everything that a watch tells, and each failure as an interruption; returns when the task is cancelled.
    func run(_ told: (WatchItem) async -> Void) async {
        var options = options
        var backoff = Backoff()
        while !Task.isCancelled {
            do throws(ClientError) {
                try await follow(&options) { item in
                    backoff.succeeded()
                    await told(item)
                }
            } catch {
                // A place that is gone is gone: what is of interest here is how things are now.
                if case .service(let refusal) = error, refusal.reason == .cursorExpired { options.since = nil }
                let pause = backoff.failed(random: timing.random())
                await told(.interrupted(error, retryIn: pause))
                do { try await timing.sleep(pause) } catch { return }
            }
        }
    }

    private func follow(
        _ options: inout WatchOptions, _ told: (WatchItem) async -> Void
    ) async throws(ClientError) {
        for try await item in Watch(path: path, options: options, timing: timing) {
            switch item {
            case .event(let event): options.since = event.cursor
            case .sync(let cursor), .snapshot(_, let cursor): options.since = cursor
            case .interrupted, .resumed: break
            }
            await told(item)
        }
    }
}
