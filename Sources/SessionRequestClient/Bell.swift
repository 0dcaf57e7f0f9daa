#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Wakes a thread that waits in `poll`. Its descriptors live as long as anybody holds it.
final class Bell: Sendable {
    /// Readable once it has been rung.
    let listening: Int32
    private let ringing: Int32

    /// Nil when the process has no descriptors left.
    init?() {
        guard let pair = UnixSocket.pair() else { return nil }
        (listening, ringing) = pair
    }

    deinit {
        close(listening)
        close(ringing)
    }

    /// Wakes the thread. When its socket is full it has been rung already.
    func ring() {
        var byte: UInt8 = 1
        _ = withUnsafeBytes(of: &byte) { UnixSocket.write(ringing, $0) }
    }

    /// Forgets the rings so far.
    func silence() {
        withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
            while case .bytes(let count) = UnixSocket.read(listening, into: buffer), count == buffer.count {}
        }
    }
}
