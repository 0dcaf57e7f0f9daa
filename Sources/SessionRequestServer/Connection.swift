internal import JSONRPC
internal import NIOCore
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// One connection: bytes to lines, lines to calls, calls in their order to routes, answers back.
///
/// Lives on the event loop. Mutable state: the framer and what is to be sent; the order of requests; what the connection
/// holds elsewhere and gives up when it ends (subscriptions, watches, blocking calls, leases).
final class Connection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    struct Job {
        var work: Route.Work
        var method: String
        var sink: ReplySink
    }

    let server: Server
    private(set) var caller: Caller
    private var context: ChannelHandlerContext?
    private var framer = LineFramer(limit: ServerLimits.line)
    private var lines = OutgoingLines()
    private var order = RequestOrder<Job>()
    private var isPumping = false
    private var isReading = false
    private var wantsRead = false
    private var isFirstLine = true
    private var inputIsClosed = false
    private var isClosing = false
    /// Bytes that were taken without a look after the last answer; nil: what comes is not taken any more.
    private var drained: Int?
    private var lastAnswerIsSent = false
    private(set) var isOpen = true
    private(set) var streamIsBusy = false
    private var blockingCalls: [BlockingCall] = []
    var subscriptions: [Subscription] = []
    var watches: [LinkWatch] = []
    var leases: Set<AgentLease> = []
    /// Whether it has taken deliveries, which others can take once it is gone.
    var tookDeliveries = false
    var ids = SubscriptionIDs()
    private var announcements = Announcements()

    init(server: Server, caller: Caller) {
        self.server = server
        self.caller = caller
    }

    // MARK: What the channel tells

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if let drained {
            self.drained = drained + buffer.readableBytes
            if drained > ServerLimits.drainedBytes { context.close(promise: nil) }
        }
        guard !isClosing else { return }
        isReading = true
        take(buffer)
    }

    private func take(_ buffer: ByteBuffer) {
        do {
            try buffer.withUnsafeReadableBytes { bytes throws(LineTooLong) in
                try framer.feed(bytes) { line in receive(line) }
            }
        } catch {
            refuseLine()
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        flush()
    }

    func read(context: ChannelHandlerContext) {
        if mayRead {
            context.read()
        } else {
            wantsRead = true
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            pump()
            flushSoon()
        } else {
            readOn()
        }
        if context.channel.isWritable { server.stream.wake(self) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed = event else { return context.fireUserInboundEventTriggered(event) }
        isReading = true
        framer.finish { line in receive(line) }
        isReading = false
        inputIsClosed = true
        flush()
        closeIfDone()
        if lastAnswerIsSent { context.close(promise: nil) }
    }

    /// What a peer sent that was gone before it was known who it is. It is carried out, and nobody is answered.
    func left(_ received: [ByteBuffer]) {
        isReading = true
        for buffer in received { take(buffer) }
        framer.finish { line in receive(line) }
        ended()
    }

    func channelInactive(context: ChannelHandlerContext) {
        ended()
    }

    private func ended() {
        isOpen = false
        for call in blockingCalls { call.cancel(.canceled, "cannot answer: the connection is gone") }
        server.ended(self)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    // MARK: Calls

    private var mayRead: Bool {
        if isClosing { return drained != nil }
        return order.unfinished + blockingCalls.count < server.limits.inFlightPerConnection
            && context?.channel.isWritable ?? false
    }

    private func readOn() {
        guard wantsRead, mayRead else { return }
        wantsRead = false
        context?.read()
    }

    private func receive(_ line: UnsafeRawBufferPointer) {
        guard !isClosing else { return }
        if isFirstLine {
            isFirstLine = false
            if let foreign = ForeignProtocol.recognise(firstLine: line) {
                reply(.failure(WireError(.invalidRequest, foreign.explanation)), to: .single(.null))
                return closeAfterDraining()
            }
        }
        let document: JSONDocument
        do throws(JSONSyntaxError) { document = try JSONDocument(line) } catch {
            let refusal = WireError(.parseError, "cannot read this line as JSON: \(error.description)")
            return enqueue(.inline { throw refusal }, .inline, "", .single(.null))
        }
        switch Envelope.read(document) {
        case .single(let message): receive(message) { id in id.map { .single($0) } ?? .nobody }
        case .batch(let messages):
            let calls = messages.filter { if case .response = $0 { false } else { true } }
            let replies = BatchReplies(count: calls.count)
            for (index, message) in calls.enumerated() {
                receive(message) { id in .batched(id, replies, index: index) }
            }
        }
    }

    private func receive(_ message: Message, sink: (RequestID?) -> ReplySink) {
        switch message {
        case .call(let call): receive(call, sink(call.id))
        case .invalid(let id, let message):
            let refusal = WireError(.invalidRequest, message)
            enqueue(.inline { throw refusal }, .inline, "", sink(id))
        case .response: break
        }
    }

    private func receive(_ call: Call, _ sink: ReplySink) {
        server.metrics.requests += 1
        do {
            guard let route = server.routes[call.method] else {
                let isName = call.method.utf8.count <= 64 && call.method.utf8.allSatisfy { (0x21...0x7E).contains($0) }
                let method = isName ? "the method \(call.method)" : "a method of that name"
                throw WireError(.methodNotFound, "cannot find \(method); rpc.discover lists them")
            }
            guard !server.isStopping else { throw Server.shuttingDown }
            let work: (Connection) throws -> Route.Work
            do throws(JSONMismatch) { work = try route.prepare(call.params) } catch {
                let refusal = WireError.invalidParams(error, in: call.params)
                throw call.method == SessionRequestMethods.Bulk.name
                    ? SessionRequestMethods.Bulk.refusal(of: refusal) : refusal
            }
            guard !route.access.isDisjoint(with: caller.roles) else {
                if let fault = route.fault(in: work, for: self) { throw fault }
                server.log.permissionDenied(caller, method: route.method)
                throw route.refusal(of: caller)
            }
            enqueue(try work(self), route.kind, route.method, sink)
        } catch {
            enqueue(.inline { throw error }, .inline, call.method, sink)
        }
    }

    private func enqueue(_ work: Route.Work, _ kind: JobKind, _ method: String, _ sink: ReplySink) {
        let job = Job(work: work, method: method, sink: sink)
        if order.arrived(job, kind, hasRoom: hasRoom) {
            run(job)
            pump()
        }
    }

    /// Whether the peer takes its answers: no call begins while it leaves too many where they are.
    private var hasRoom: Bool {
        if lines.size > ServerLimits.unsent { flush() }
        return context?.channel.isWritable ?? true
    }

    private func pump() {
        guard !isPumping else { return }
        isPumping = true
        while hasRoom, let job = order.next() { run(job) }
        isPumping = false
        readOn()
        closeIfDone()
    }

    /// A job that had begun is over, unless it is a blocking one.
    private func finish(_ job: Job, _ result: Result<Route.Answer, any Error>) {
        reply(result, to: job.sink)
        order.ended()
    }

    private func finish(_ job: Job, looking look: (Snapshot, inout JSONWriter) throws -> Void) {
        reply(to: job.sink) { writer in try server.store.read { try look($0, &writer) } }
        order.ended()
    }

    private func run(_ job: Job) {
        if case .batched(_, let batch, _) = job.sink, batch.isFull { return refuse(job) }
        switch job.work {
        case .inline(let body):
            finish(job, Result { try body() })
        case .look(let look):
            if server.clockIsKept { return finish(job, looking: look) }
            server.keepClock { [self] in
                finish(job, looking: look)
                pump()
                flushSoon()
            }
        case .read(let look, let searches, let then):
            server.read(searches: searches, look) { [self] result in
                finish(job, then.map { then in Result { try then(result.get()) } } ?? result)
                pump()
                flushSoon()
            }
        case .write(let change, let then):
            server.write(change) { [self] result in
                if case .success(let answer) = result { then?(answer) }
                finish(job, result)
                pump()
                flushSoon()
            }
        case .blocking(let begin):
            let call = BlockingCall(connection: self, sink: job.sink)
            blockingCalls.append(call)
            do { try begin(call) } catch { call.end(.failure(error)) }
        }
    }

    /// The answers of its batch are too much already: it is not carried out.
    private func refuse(_ job: Job) {
        if case .blocking = job.work { return reply(.failure(BatchReplies.isFullError), to: job.sink) }
        finish(job, .failure(BatchReplies.isFullError))
    }

    /// Ends the blocking call of an id; false when there is none.
    func cancel(_ id: RequestID) -> Bool {
        guard let call = blockingCalls.first(where: { $0.id?.means(id) == true }) else { return false }
        call.cancel(.canceled, "cannot answer: the call was canceled")
        return true
    }

    func blockingEnded(_ call: BlockingCall) {
        blockingCalls.removeAll { $0 === call }
        readOn()
    }

    func introduced(as program: String) {
        caller.program = program
    }

    // MARK: Answers

    /// Puts an answer where it belongs; sent with the next flush.
    func reply(_ result: Result<Route.Answer, any Error>, to sink: ReplySink) {
        reply(to: sink) { writer in try result.get().encode(to: &writer) }
    }

    private func reply(to sink: ReplySink, _ write: (inout JSONWriter) throws -> Void) {
        guard isOpen, !isClosing else { return }
        lines.answer(sink, result: write, failure: server.wireError)
        for announce in announcements.answered(sink) { announce() }
    }

    /// `begin` runs when the answer to the call at hand is in a line; to be called while that is being made.
    func onceAnswered(_ begin: @escaping Announcements.Begin) { announcements.add(begin) }

    /// Sends a notification.
    func notify(_ method: StaticString, _ params: some JSONEncodable) {
        guard isOpen, !isClosing else { return }
        lines.notification(method, params)
    }

    /// Sends what is gathered now, or at the end of what is going on now.
    func flushSoon() {
        if isReading { return }
        if !server.flushAtEndOfTurn(self) { flush() }
    }

    func flush() {
        guard !lines.isEmpty, let context else { return }
        context.writeAndFlush(wrapOutboundOut(lines.take()), promise: nil)
    }

    /// Whether the stream may send a page: the last one is with the kernel, and the peer keeps up with its answers.
    var takesStream: Bool { isOpen && !isClosing && !streamIsBusy && context?.channel.isWritable ?? false }

    /// Sends a page of the stream. Until the kernel has taken all of it `takesStream` is false; then the stream is woken.
    func sendPage(_ page: ByteBuffer) {
        guard let context else { return }
        flush()
        streamIsBusy = true
        let sent = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(page), promise: sent)
        var isNow = true
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            streamIsBusy = false
            if !isNow { server.stream.wake(self) }
        }
        isNow = false
    }

    // MARK: Ending

    private func refuseLine() {
        reply(
            .failure(
                WireError.tooLarge("cannot read a line over \(ServerLimits.line) bytes", hint: "send smaller messages")),
            to: .single(.null))
        closeAfterDraining()
    }

    /// Sends what is gathered, says that no more comes, and takes for a moment what the peer is still sending: otherwise it
    /// would fail to write before it has read the answer. Closes when the peer does, or has gone on for too long.
    private func closeAfterDraining() {
        guard !isClosing else { return }
        if let channel = context?.channel, !inputIsClosed {
            drained = 0
            _ = channel.eventLoop.scheduleTask(in: .seconds(ServerLimits.drainSeconds)) { channel.close(promise: nil) }
        }
        closeAfterFlush()
        readOn()
    }

    /// Sends what is gathered and closes.
    func closeAfterFlush() {
        guard !isClosing else { return }
        isClosing = true
        flush()
        guard let context else { return }
        let written = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            guard drained != nil, !inputIsClosed else { return context.close(promise: nil) }
            lastAnswerIsSent = true
            context.close(mode: .output, promise: nil)
        }
    }

    /// Closes when the peer will send nothing more, or the service stops, and nothing is left to answer.
    func closeIfDone() {
        guard inputIsClosed || server.isStopping, !isClosing, order.unfinished == 0, blockingCalls.isEmpty,
            subscriptions.isEmpty,
            watches.isEmpty
        else { return }
        closeAfterFlush()
    }

    /// The service stops: waiting calls end, the stream says where to go on, and what has begun is still answered.
    func serverStops() {
        for call in blockingCalls { call.end(.failure(Server.shuttingDown)) }
        for subscription in subscriptions { server.stream.close(subscription, reason: "shutdown", retryAfter: 0.2) }
        server.waiting.ended(self)
        if drained != nil { context?.close(promise: nil) }
        closeIfDone()
    }
}
