internal import Foundation
internal import JSONRPC
internal import Synchronization

/// A service of a few lines on a real socket: each connection, in the order in which they come, is handed to the next
/// script on a thread of its own; when the scripts are used up, nobody listens any more.
final class ScriptedServer: Sendable {
    typealias Script = @Sendable (Peer) throws -> Void

    let path: String
    private let directory: String
    private let failures = Mutex<[String]>([])

    /// Listens at once. `path` is for one that comes back where another has been.
    init(at path: String? = nil, backlog: Int32 = 16, _ scripts: [Script]) throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "src-\(UUID().uuidString.prefix(8))").path
        if path == nil {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        }
        self.path = path ?? "\(directory)/agent.sock"
        let listener = try Self.listen(at: self.path, backlog: backlog)
        guard !scripts.isEmpty else { return }
        Thread.detachNewThread { [self] in
            for (index, script) in scripts.enumerated() {
                let descriptor = accept(listener, nil, nil)
                if index == scripts.count - 1 { close(listener) }
                Thread.detachNewThread { [self] in
                    let peer = Peer(descriptor)
                    defer { peer.close() }
                    do { try script(peer) } catch { failures.withLock { $0.append("script \(index): \(error)") } }
                }
            }
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// What went otherwise than the scripts expected.
    var complaints: [String] { failures.withLock { $0 } }

    /// A socket file that nobody listens on.
    static func abandonedSocket(at path: String) throws { close(try listen(at: path, backlog: 1)) }

    private static func listen(at path: String, backlog: Int32) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        unlink(path)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0, Glibc.listen(descriptor, backlog) == 0 else {
            throw Unexpected("cannot listen at \(path): \(errno)")
        }
        return descriptor
    }
}

/// A script saw something else than it was written for.
struct Unexpected: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
