internal import NIOCore
internal import NIOPosix
internal import SessionRequestService

/// The doors as channels of the event loop, which let nobody in until somebody receives: so the loop can open them while
/// another thread opens the store.
final class DoorChannels: Sendable {
    typealias Receiver = (any Channel, Door) throws -> Void

    let doors: [ListeningDoor]
    /// One for each door, which do not read yet.
    let channels: [any Channel]
    private let receiver: NIOLoopBoundBox<Receiver?>

    private init(doors: [ListeningDoor], channels: [any Channel], receiver: NIOLoopBoundBox<Receiver?>) {
        self.doors = doors
        self.channels = channels
        self.receiver = receiver
    }

    /// Calls `doors` on the loop's thread and makes a channel of each; fails with what that throws.
    static func open(
        _ doors: @escaping @Sendable () throws -> [ListeningDoor], on group: MultiThreadedEventLoopGroup
    ) -> EventLoopFuture<DoorChannels> {
        let loop = group.next()
        return loop.submit(doors).flatMap { doors in
            let receiver = NIOLoopBoundBox<Receiver?>(nil, eventLoop: loop)
            return EventLoopFuture.whenAllSucceed(doors.map { channel($0, on: group, receiver) }, on: loop).map {
                DoorChannels(doors: doors, channels: $0, receiver: receiver)
            }
        }
    }

    private static func channel(
        _ door: ListeningDoor, on group: MultiThreadedEventLoopGroup, _ receiver: NIOLoopBoundBox<Receiver?>
    ) -> EventLoopFuture<any Channel> {
        let name = door.door
        return ServerBootstrap(group: group)
            // The channel listens anew, with its own idea of how many may wait.
            .serverChannelOption(.backlog, value: ServerLimits.backlog)
            .serverChannelOption(.maxMessagesPerRead, value: 64)
            .serverChannelOption(.autoRead, value: false)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(
                .writeBufferWaterMark, value: .init(low: ServerLimits.unsentLow, high: ServerLimits.unsent)
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

    /// Gives every peer that comes to `receiver`. To be called on the loop, before the channels read.
    func receive(_ receiver: @escaping Receiver) {
        self.receiver.value = receiver
    }
}
