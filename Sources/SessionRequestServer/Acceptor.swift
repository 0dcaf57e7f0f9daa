internal import Glibc
internal import JSONRPC
internal import NIOCore
internal import NIOPosix
internal import SessionRequestService
internal import SessionRequestWire

/// Accepts peers at the doors and finds out who they are, before a byte of theirs is read.
///
/// Names of users and groups are looked up beside the loop, because the databases may ask elsewhere. Lives on the loop.
final class Acceptor {
    private let server: NIOLoopBound<Server>
    private let loop: any EventLoop
    private let names: NIOThreadPool
    private let roles: NIOLoopBoundBox<RoleRules>
    private let doorChannels: DoorChannels
    private var channels: [any Channel] = []
    private var connectionCount = 0
    private let ownUID = getuid()
    /// Peers that are accepted and not yet connections.
    private(set) var arriving = 0

    init(
        server: Server, names: NIOThreadPool, roles: NIOLoopBoundBox<RoleRules>,
        doors: DoorChannels
    ) {
        self.server = NIOLoopBound(server, eventLoop: server.loop)
        loop = server.loop
        self.names = names
        self.roles = roles
        doorChannels = doors
    }

    /// Begins to accept.
    func open() {
        let acceptor = NIOLoopBound(self, eventLoop: loop)
        doorChannels.receive { try acceptor.value.arrived($0, at: $1) }
        channels = doorChannels.channels
        resume()
    }

    /// Stops to accept, without closing the sockets: peers that come wait for whoever listens next.
    func pause() {
        for channel in channels { _ = channel.setOption(.autoRead, value: false) }
    }

    /// Goes on accepting.
    func resume() {
        for channel in channels {
            _ = channel.setOption(.autoRead, value: true)
            channel.read()
        }
    }

    /// Whether somebody waits at a door.
    var hasWaitingPeer: Bool { doorChannels.doors.contains { $0.hasWaitingPeer } }

    func close() {
        for channel in channels { channel.close(promise: nil) }
        channels = []
    }

    private func arrived(_ channel: any Channel, at door: Door) throws {
        let found = try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
            of: NIOBSDSocket.Handle.self
        ) { PeerCredentials(socket: $0) }
        guard let credentials = found.flatMap({ $0 }) else { return channel.close(promise: nil) }
        let arrival = Arrival()
        try channel.pipeline.syncOperations.addHandler(arrival)
        server.value.metrics.accepted += 1
        arriving += 1
        let acceptor = NIOLoopBound((self, arrival), eventLoop: loop)
        let loop = loop
        names.submit { _ in
            let user = Accounts.userName(credentials.uid)
            let gids = [credentials.gid] + credentials.groups.filter { $0 != credentials.gid }
            let groups = gids.map(Accounts.groupName)
            loop.execute {
                let (acceptor, arrival) = acceptor.value
                arrival.whenActive {
                    acceptor.identified(
                        channel, arrival, credentials, user: user, gids: gids, groups: groups, at: door)
                }
            }
        }
    }

    private func identified(
        _ channel: any Channel, _ arrival: Arrival, _ credentials: PeerCredentials, user: String, gids: [UInt32],
        groups: [String], at door: Door
    ) {
        arriving -= 1
        let server = server.value
        guard !arrival.hasLeft || !arrival.received.isEmpty else {
            if server.connections.isEmpty { server.onOccupancy?(false) }
            return
        }
        var refusal = server.refusal(of: credentials.uid)
        if credentials.uid == RoleRules.nobody {
            refusal = WireError.permissionDenied("cannot serve a peer whom the kernel cannot name")
        }
        if let refusal {
            server.metrics.refused += 1
            server.log.peerRefused(uid: credentials.uid, reason: refusal.message)
            return refuse(channel, refusal)
        }
        connectionCount += 1
        let roles = roles.value.roles(
            door: door, user: user, uid: credentials.uid, groups: groups, gids: gids, ownUID: ownUID)
        let caller = Caller(
            connection: connectionCount, uid: credentials.uid, pid: credentials.pid == 0 ? nil : credentials.pid,
            user: user, groups: groups, door: door, roles: roles)
        let connection = Connection(server: server, caller: caller)
        if arrival.hasLeft {
            server.began(connection)
            return connection.left(arrival.received)
        }
        do {
            try channel.pipeline.syncOperations.addHandler(connection)
        } catch {
            return channel.close(promise: nil)
        }
        server.began(connection)
        arrival.identified()
        _ = channel.setOption(.autoRead, value: true)
        channel.read()
    }

    private func refuse(_ channel: any Channel, _ refusal: WireError) {
        var writer = JSONWriter()
        Reply.failure(id: .null, code: refusal.code, message: refusal.message, data: refusal.data, to: &writer)
        writer.newline()
        channel.writeAndFlush(ByteBuffer(bytes: writer.bytes)).whenComplete { _ in channel.close(promise: nil) }
    }
}
