internal import NIOCore
internal import NIOPosix
internal import SessionRequestService

/// The doors as channels of the event loop, which let nobody in until somebody receives: so they can be made while the
/// store is opened.
final class DoorChannels: Sendable {
    typealias Receiver = (any Channel, Door) throws -> Void

    let doors: [ListeningDoor]
    /// One for each door, which do not read yet.
    let channels: EventLoopFuture<[any Channel]>
    private let receiver: NIOLoopBoundBox<Receiver?>

    init(_ doors: [ListeningDoor], on group: MultiThreadedEventLoopGroup) {
        self.doors = doors
        let loop = group.next()
        let receiver = NIOLoopBoundBox<Receiver?>.makeEmptyBox(eventLoop: loop)
        self.receiver = receiver
        let channels = doors.map { door in
            let name = door.door
            return ServerBootstrap(group: group)
                // The channel listens anew, with its own idea of how many may wait.
                .serverChannelOption(.backlog, value: ServerLimits.backlog)
                .serverChannelOption(.maxMessagesPerRead, value: 64)
                .serverChannelOption(.autoRead, value: false)
                .childChannelOption(.autoRead, value: false)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelOption(
                    .writeBufferWaterMark,
                    value: .init(low: ServerLimits.unsentLow, high: ServerLimits.unsent)
                )
                .childChannelOption(
                    .recvAllocator,
                    value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 2048, maximum: 65_536)
                )
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try receiver.value?(channel, name) }
                }
                .withBoundSocket(door.descriptor)
        }
        self.channels = EventLoopFuture.whenAllSucceed(channels, on: loop)
    }

    /// Gives every peer that comes to `receiver`. To be called on the loop, before the channels read.
    func receive(_ receiver: @escaping Receiver) {
        self.receiver.value = receiver
    }
}
