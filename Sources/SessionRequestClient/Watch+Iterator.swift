internal import SessionRequestWire

extension Watch {
    /// Takes a watch's items one after another.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let watch: Watch
        private var resumption: Resumption
        private var connection: Connection?
        private var waiting: [WatchItem] = []
        private var pause = Duration.zero
        private var isOver = false

        init(_ watch: Watch) {
            self.watch = watch
            resumption = Resumption(watch.options)
        }

        /// The next item; waits for it. Nil when the task is cancelled.
        public mutating func next() async throws(ClientError) -> WatchItem? {
            while !isOver {
                if !waiting.isEmpty { return waiting.removeFirst() }
                do throws(ClientError) {
                    if let connection {
                        if let item = try await receive(from: connection) { return item }
                    } else {
                        try await connect()
                    }
                } catch {
                    if Task.isCancelled { break }
                    return try settle(error)
                }
            }
            isOver = true
            connection = nil
            return nil
        }

        private mutating func receive(from connection: Connection) async throws(ClientError) -> WatchItem? {
            if let notification = await connection.nextNotification() {
                return try resumption.received(notification)
            }
            throw Task.isCancelled ? .canceled : connection.ending ?? .ended(path: watch.path)
        }

        private mutating func connect() async throws(ClientError) {
            if pause > .zero {
                do { try await watch.timing.sleep(pause) } catch { throw .canceled }
            }
            let fresh = try await Connection.open(path: watch.path, keepingNotifications: true, timing: watch.timing)
            let result = try await fresh.call(
                EventsMethods.Subscribe.self, resumption.params, deadline: Watch.patience)
            waiting += resumption.subscribed(result)
            connection = fresh
        }

        /// Tells of a loss that will be mended, and throws any other.
        private mutating func settle(_ error: ClientError) throws(ClientError) -> WatchItem {
            connection = nil
            switch resumption.lost(error, random: watch.timing.random()) {
            case .giveUp(let error):
                isOver = true
                throw error
            case .retry(let delay):
                pause = delay
                return .interrupted(error, retryIn: delay)
            }
        }
    }
}
