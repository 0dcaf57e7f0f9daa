internal import Foundation
internal import JSONRPC
internal import Synchronization

/// The service's end of a connection, in a script: everything waits until it is done.
final class Peer: Sendable {
    /// A request as it came.
    struct Request {
        var id: Int64
        var method: String
        var params: JSONNode?
    }

    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])
    private let isClosed = Mutex(false)

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The next line; nil at the end.
    func line() -> String? {
        buffer.withLock { buffer in
            var searched = 0
            while true {
                if let end = buffer[searched...].firstIndex(of: 10) {
                    defer { buffer.removeFirst(end + 1) }
                    return String(decoding: buffer[..<end], as: UTF8.self)
                }
                searched = buffer.count
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                let count = recv(descriptor, &chunk, chunk.count, 0)
                guard count > 0 else { return nil }
                buffer += chunk[..<count]
            }
        }
    }

    /// The next line, which must be a request, or a notification, whose id is 0.
    func request() throws -> Request {
        guard let line = line() else { throw Unexpected("the client went away") }
        let root = try JSONDocument(line).root
        guard root["jsonrpc"]?.string == "2.0", let method = root["method"]?.string else { throw Unexpected(line) }
        return Request(id: root["id"]?.integer ?? 0, method: method, params: root["params"])
    }

    /// The next request, which must be for this method.
    @discardableResult
    func request(_ method: String) throws -> Request {
        let request = try request()
        guard request.method == method else { throw Unexpected("\(request.method) instead of \(method)") }
        return request
    }

    func answer(_ request: Request, _ result: String) {
        send(#"{"jsonrpc":"2.0","id":\#(request.id),"result":\#(result)}"#)
    }

    func refuse(_ request: Request, _ error: String) {
        send(#"{"jsonrpc":"2.0","id":\#(request.id),"error":\#(error)}"#)
    }

    func notify(_ method: String, _ params: String) {
        send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#)
    }

    func send(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Whether the client's side takes no more bytes for so many milliseconds.
    func isStalled(milliseconds: Int32) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&watched, 1, milliseconds) == 0
    }

    func close() {
        isClosed.withLock { isClosed in
            if !isClosed { _ = Glibc.close(descriptor) }
            isClosed = true
        }
    }
}
