internal import JSONRPC

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The thread of one connection: it owns the socket, waits for it and for the bell, and moves bytes.
struct ChannelThread {
    private let descriptor: Int32
    private let bell: Bell
    private let channel: Channel
    private var framer = LineFramer(limit: ClientLimits.lineBytes)
    private var failure: ClientError?

    /// Takes over a connected socket and closes it in the end; false when the process can have no more threads.
    static func start(descriptor: Int32, bell: Bell, channel: Channel) -> Bool {
        let isStarted = DetachedThread.start {
            var thread = ChannelThread(descriptor: descriptor, bell: bell, channel: channel)
            thread.run()
        }
        if !isStarted { close(descriptor) }
        return isStarted
    }

    private init(descriptor: Int32, bell: Bell, channel: Channel) {
        self.descriptor = descriptor
        self.bell = bell
        self.channel = channel
    }

    private mutating func run() {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ClientLimits.readBytes, alignment: 16)
        defer { buffer.deallocate() }
        while failure == nil { step(buffer) }
        close(descriptor)
        channel.ended(failure ?? .ended(path: channel.path))
    }

    private mutating func step(_ buffer: UnsafeMutableRawBufferPointer) {
        let interest = channel.interest
        if interest.isClosing {
            failure = .closed(path: channel.path)
            return
        }
        let wanted = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
        // A socket that nobody is interested in is left out, or its end would be reported over and over.
        var watched = [
            pollfd(fd: bell.listening, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wanted == 0 ? -1 : descriptor, events: Int16(wanted), revents: 0),
        ]
        guard poll(&watched, 2, -1) > 0 else { return }
        if watched[0].revents != 0 { bell.silence() }
        let ready = Int32(watched[1].revents)
        if ready & POLLOUT != 0 { write() }
        if interest.reads, ready & ~POLLOUT != 0 { read(buffer) }
        if !interest.reads, ready & (POLLERR | POLLNVAL) != 0 { failure = .ended(path: channel.path) }
    }

    private mutating func write() {
        let bytes = channel.takeOutbox()
        switch bytes.withUnsafeBytes({ UnixSocket.write(descriptor, $0) }) {
        case .bytes(let count): if count < bytes.count { channel.returnToOutbox(bytes[count...]) }
        case .later: channel.returnToOutbox(bytes[...])
        // What the service said before it went is still to be read; the read finds the end.
        case .ended: break
        }
    }

    private mutating func read(_ buffer: UnsafeMutableRawBufferPointer) {
        switch UnixSocket.read(descriptor, into: buffer) {
        case .later: break
        case .ended: failure = .ended(path: channel.path)
        case .bytes(let count):
            var violation: ClientError?
            do {
                try framer.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { line in
                    guard violation == nil else { return }
                    do throws(ClientError) { try channel.received(line) } catch { violation = error }
                }
            } catch {
                violation = .protocolViolation("a line is longer than \(ClientLimits.lineBytes) bytes")
            }
            failure = violation
        }
    }
}
