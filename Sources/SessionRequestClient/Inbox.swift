/// Notifications that wait for the caller, or the caller who waits for one. A value; `Waiter` is whatever is to be
/// told.
package struct Inbox<Waiter> {
    private var kept: [Notification] = []
    private var first = 0
    private var waiter: Waiter?

    /// Nothing kept and nobody waiting.
    package init() {}

    /// Whether there is no room for more until some are taken.
    package var isFull: Bool { kept.count - first >= ClientLimits.keptNotifications }

    /// A notification came: the waiter to be given it, or nil when it is kept.
    package mutating func arrived(_ notification: Notification) -> Waiter? {
        guard let waiter else {
            kept.append(notification)
            return nil
        }
        self.waiter = nil
        return waiter
    }

    /// The caller asks for the next; nil when there is none yet.
    package mutating func taken() -> Notification? {
        guard first < kept.count else { return nil }
        defer {
            first += 1
            if first == kept.count {
                kept.removeAll(keepingCapacity: true)
                first = 0
            } else if first >= ClientLimits.keptNotifications {
                kept.removeFirst(first)
                first = 0
            }
        }
        return kept[first]
    }

    /// The caller waits; the one that waited before, if any, is no longer told.
    package mutating func awaited(by waiter: Waiter) -> Waiter? {
        let previous = self.waiter
        self.waiter = waiter
        return previous
    }

    /// Nothing will come any more, or the caller gave up waiting: the waiter to be told so.
    package mutating func ended() -> Waiter? {
        defer { waiter = nil }
        return waiter
    }
}
