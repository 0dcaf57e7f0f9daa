internal import NIOCore

/// Keeps what a peer sent before it is known who the peer is: a peer that sends and half-closes at once is read to its end
/// by the channel, whether somebody asked for it or not.
final class Arrival: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var context: ChannelHandlerContext?
    /// What came, in order; of a peer that has left, all that it has sent.
    private(set) var received: [ByteBuffer] = []
    private var inputIsClosed = false
    private var isActive = false
    private var onActive: (() -> Void)?
    private(set) var hasLeft = false

    /// Runs `body` once the channel is ready to be written to, which may be after its peer has been identified.
    func whenActive(_ body: @escaping () -> Void) {
        if isActive { body() } else { onActive = body }
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func channelActive(context: ChannelHandlerContext) {
        isActive = true
        context.fireChannelActive()
        onActive?()
        onActive = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        hasLeft = true
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.append(unwrapInboundIn(data))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event {
            inputIsClosed = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// Hands everything on to the handlers behind, and leaves.
    func identified() {
        guard let context else { return }
        for buffer in received { context.fireChannelRead(wrapInboundOut(buffer)) }
        if !received.isEmpty { context.fireChannelReadComplete() }
        if inputIsClosed { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
        received = []
        self.context = nil
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}
