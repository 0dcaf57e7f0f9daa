internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// HTTP on listening sockets that somebody else has opened, whatever their family.
final class HTTPServer: Sendable {
    private struct Visit {
        let channel: any Channel
        var task: Task<Void, Never>?
        /// Ends the connection when a request and its answer take too long together.
        var deadline: Scheduled<Void>?
    }

    private struct State {
        var listeners: [any Channel] = []
        var visits: [ObjectIdentifier: Visit] = [:]
        var answering = 0
        var idleSince: NIODeadline? = .now()
    }

    private let group: any EventLoopGroup
    private let portal: Portal
    private let date: HTTPDate
    private let logger: Logger
    private let state = Mutex(State())

    init(group: any EventLoopGroup, portal: Portal, logger: Logger) {
        self.group = group
        self.portal = portal
        self.logger = logger
        date = HTTPDate()
    }

    /// Since when nobody is connected; nil while somebody is.
    var idleSince: NIODeadline? { state.withLock { $0.idleSince } }

    /// Answers that are under way; live pages among them.
    var answering: Int { state.withLock { $0.answering } }

    /// Begins to serve.
    ///
    /// - Parameter descriptors: listening sockets, which this takes over.
    /// - Returns: where they listen: `http://127.0.0.1:7080`, `unix:PATH`.
    func open(descriptors: [Int32]) async throws -> [String] {
        var places: [String] = []
        for descriptor in descriptors {
            let listener = try await ServerBootstrap(group: group)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelInitializer { [self] channel in arrived(channel) }
                .withBoundSocket(descriptor).get()
            state.withLock { $0.listeners.append(listener) }
            places.append(Self.place(listener.localAddress))
        }
        return places
    }

    private static func place(_ address: SocketAddress?) -> String {
        guard let host = address?.ipAddress, let port = address?.port else { return "unix:\(address?.pathname ?? "")" }
        return host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }

    /// Accepts nobody any more.
    func close() {
        for listener in state.withLock({ $0.listeners }) { listener.close(promise: nil) }
    }

    /// Ends every connection: first as HTTP does, then the hard way.
    func end() async {
        let tasks = state.withLock { $0.visits.values.compactMap(\.task) }
        for task in tasks { task.cancel() }
        let deadline = NIODeadline.now() + .seconds(1)
        while state.withLock({ !$0.visits.isEmpty }), NIODeadline.now() < deadline {
            do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
        }
        for visit in state.withLock({ $0.visits }).values { visit.channel.close(promise: nil) }
        for task in tasks { await task.value }
    }

    /// Every connection that is set up is handled: one that nobody took over would be lost with its answers.
    private func arrived(_ channel: any Channel) -> EventLoopFuture<Void> {
        guard began(channel) else { return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
        channel.closeFuture.whenComplete { [self] _ in ended(channel) }
        let handler = handler
        return handler.setup(channel: channel, logger: logger).map { [self] connection in
            let logger = logger
            let task = Task { await handler.handle(value: connection, logger: logger) }
            state.withLock { $0.visits[ObjectIdentifier(channel)]?.task = task }
        }
    }

    private func began(_ channel: any Channel) -> Bool {
        state.withLock { state in
            guard state.visits.count < PortalLimits.connections else { return false }
            state.visits[ObjectIdentifier(channel)] = Visit(channel: channel)
            state.idleSince = nil
            return true
        }
    }

    private func ended(_ channel: any Channel) {
        limit(channel, nil)
        state.withLock { state in
            state.visits[ObjectIdentifier(channel)] = nil
            if state.visits.isEmpty { state.idleSince = .now() }
        }
    }

    /// A deadline takes the place of the one before it.
    private func limit(_ channel: any Channel, _ deadline: Scheduled<Void>?) {
        let before = state.withLock { state in
            let before = state.visits[ObjectIdentifier(channel)]?.deadline
            state.visits[ObjectIdentifier(channel)]?.deadline = deadline
            return before
        }
        before?.cancel()
    }

    private var handler: HTTP1Channel {
        HTTP1Channel(
            responder: { [self] request, writer, channel in try await answer(request, writer, channel) },
            configuration: HTTP1Channel.Configuration(
                idleTimeout: .seconds(PortalLimits.idleSeconds),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: PortalLimits.head, maxHeaderListSize: PortalLimits.head,
                    maxHeaderFieldCount: PortalLimits.headFields)))
    }

    private func answer(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        state.withLock { $0.answering += 1 }
        defer { state.withLock { $0.answering -= 1 } }
        // A body that nobody reads may drip as well, and an answer be taken drop by drop. The next request, or the time that
        // a connection may be idle, ends what is left of it.
        limit(
            channel,
            channel.eventLoop.scheduleTask(in: .seconds(PortalLimits.requestSeconds)) { channel.close(promise: nil) })
        var response = await portal.respond(to: request, peer: Peer(channel.remoteAddress))
        if response.isLive { limit(channel, nil) }
        response.headers[.date] = date.text
        try await writer.write(response: response.head, body: response.body)
        // Nothing is left of a request without a body; the next one on this connection must not meet its deadline.
        if request.headers[.contentLength] == nil, request.headers[.transferEncoding] == nil { limit(channel, nil) }
    }
}

extension Peer {
    fileprivate init(_ address: SocketAddress?) {
        if let text = address?.ipAddress, let address = IPAddress(text.prefix { $0 != "%" }) {
            self = .address(address)
        } else {
            self = .unix
        }
    }
}
