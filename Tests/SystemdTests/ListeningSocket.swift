internal import Glibc

/// A Unix socket made for one test, under a path of its own.
struct ListeningSocket {
    let descriptor: Int32
    let path: String

    init(type: __socket_type = SOCK_STREAM, listens: Bool = true) throws {
        path = "/tmp/systemd-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).sock"
        descriptor = socket(AF_UNIX, Int32(type.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, !listens || listen(descriptor, 8) == 0 else { throw SocketFailure(errno: errno) }
    }

    /// One datagram that has already arrived, or nil.
    func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }

    func close() {
        _ = Glibc.close(descriptor)
        unlink(path)
    }
}

struct SocketFailure: Error { let errno: Int32 }
