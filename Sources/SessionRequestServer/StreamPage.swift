internal import JSONRPC
internal import NIOCore
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// Consecutive events of the log, written out once for each kind of reader and shared by all.
final class StreamPage {
    /// The place before the first event, and that of the last.
    let from: Int64
    let to: Int64
    let events: [LoggedEvent]
    /// Each event as the rest of a line, behind what names the subscription; by whether it is redacted.
    private var lineEnds: [Bool: [[UInt8]]] = [:]
    /// Whole pages for readers without a filter. Most connections have one subscription, and so the same id.
    private var wholePages: [WholePage: ByteBuffer] = [:]

    private struct WholePage: Hashable {
        var subscription: String
        var isRedacted: Bool
    }

    init(from: Int64, to: Int64, events: [LoggedEvent]) {
        self.from = from
        self.to = to
        self.events = events
    }

    /// Events that were just committed, in pages of about the size that pages read from the log have.
    static func pages(of events: [LoggedEvent], after sequence: Int64) -> [StreamPage] {
        var pages: [StreamPage] = []
        var from = sequence
        var start = 0
        var size = 0
        for (index, logged) in events.enumerated() {
            size += logged.approximateSize
            guard size >= ServerLimits.streamPage || index == events.count - 1 else { continue }
            pages.append(StreamPage(from: from, to: logged.sequence, events: Array(events[start...index])))
            from = logged.sequence
            start = index + 1
            size = 0
        }
        return pages
    }

    /// The lines of those events that the subscription wants; nil when it wants none.
    func lines(for subscription: Subscription, _ desk: Desk) -> ByteBuffer? {
        let start = EventsNotifications.Event.lineStart(subscription: subscription.id)
        let ends = lineEnds(isRedacted: subscription.isRedacted, desk)
        guard subscription.filter.isEmpty else {
            var buffer = ByteBuffer()
            for (logged, end) in zip(events, ends) where subscription.filter.matches(logged.event) {
                buffer.writeBytes(start)
                buffer.writeBytes(end)
            }
            return buffer.readableBytes > 0 ? buffer : nil
        }
        let key = WholePage(subscription: subscription.id, isRedacted: subscription.isRedacted)
        if let page = wholePages[key] { return page }
        var page = ByteBufferAllocator().buffer(capacity: ends.reduce(0) { $0 + $1.count + start.count })
        for end in ends {
            page.writeBytes(start)
            page.writeBytes(end)
        }
        wholePages[key] = page
        return page
    }

    private func lineEnds(isRedacted: Bool, _ desk: Desk) -> [[UInt8]] {
        if let ends = lineEnds[isRedacted] { return ends }
        var writer = JSONWriter(reservingCapacity: 2048)
        let ends = events.map { logged -> [UInt8] in
            writer.removeAll()
            writer.value(desk.wire(logged, isRedacted: isRedacted))
            return Array(writer.bytes.dropFirst()) + EventsNotifications.Event.lineEnd
        }
        lineEnds[isRedacted] = ends
        return ends
    }
}

extension LoggedEvent {
    /// About so many bytes make the event's line: the comments are what makes one long.
    fileprivate var approximateSize: Int { 1024 + (event.sessionRequest?.comments?.utf8.count ?? 0) }
}
