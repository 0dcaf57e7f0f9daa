internal import Dispatch

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// One question to a web server: over plain HTTP by itself, over HTTPS with curl where that is installed.
enum WebProbe {
    /// How long an answer may take, in milliseconds.
    private static let patience = 10000
    /// More than the head and the beginning of an answer.
    private static let readBytes = 16 << 10

    /// Asks the page for its health.
    static func health(of portal: String) async -> WebAnswer {
        let text = Finding.healthAddress(portal)
        guard let address = WebAddress(text) else { return .unasked("it is not a web address") }
        if address.scheme == "https" { return await encrypted(text) }
        return await withCheckedContinuation { continuation in
            // Connecting blocks, so it has a thread that tasks do not wait for.
            DispatchQueue.global().async { continuation.resume(returning: plain(address)) }
        }
    }

    private static func encrypted(_ text: String) async -> WebAnswer {
        guard ChildProcess.isThere("curl") else { return .unasked("curl is not installed, which speaks HTTPS") }
        do {
            let said = try await ProgramOutput.of([
                "curl", "--silent", "--show-error", "--max-time", "\(patience / 1000)", "--write-out", "\n%{http_code}",
                "--", text,
            ])
            let lines = said.text.split(separator: "\n", omittingEmptySubsequences: false)
            guard said.status == 0, let status = lines.last.flatMap({ Int($0) }) else {
                let cause = lines.first { $0.hasPrefix("curl: ") }
                return .silent(cause.map(String.init) ?? "curl ended with \(said.status)")
            }
            return .status(status, body: lines.dropLast().joined(separator: "\n"))
        } catch { return .unasked("curl could not be run: \(error.text)") }
    }

    private static func plain(_ address: WebAddress) -> WebAnswer {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(address.host, address.port, &hints, &found)
        guard status == 0 else { return .silent(String(cString: gai_strerror(status))) }
        defer { freeaddrinfo(found) }
        var cause = "it has no address"
        var next = found
        while let candidate = next {
            switch connected(candidate.pointee) {
            case .success(let descriptor):
                defer { close(descriptor) }
                return asked(descriptor, address)
            case .failure(let error): cause = error.text
            }
            next = candidate.pointee.ai_next
        }
        return .silent(cause)
    }

    /// A call of the system that failed.
    private struct SystemError: Error {
        let number: Int32

        var text: String { String(cString: strerror(number)) }
    }

    private static func connected(_ candidate: addrinfo) -> Result<Int32, SystemError> {
        let kind = candidate.ai_socktype | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(candidate.ai_family, kind, candidate.ai_protocol)
        guard descriptor >= 0 else { return .failure(SystemError(number: errno)) }
        if connect(descriptor, candidate.ai_addr, candidate.ai_addrlen) == 0 { return .success(descriptor) }
        var cause = errno
        if cause == EINPROGRESS {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&waiting, 1, Int32(patience)) > 0 {
                var length = socklen_t(MemoryLayout<Int32>.size)
                getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &cause, &length)
                if cause == 0 { return .success(descriptor) }
            } else {
                cause = ETIMEDOUT
            }
        }
        close(descriptor)
        return .failure(SystemError(number: cause))
    }

    private static func asked(_ descriptor: Int32, _ address: WebAddress) -> WebAnswer {
        let request = """
            GET \(address.path) HTTP/1.1\r\nHost: \(address.authority)\r\nUser-Agent: session-request/\(Console.version)\r
            Accept: text/plain\r\nConnection: close\r\n\r\n
            """
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            return .silent(String(cString: strerror(errno)))
        }
        guard let answer = PatientReading.all(of: descriptor, atMost: readBytes, within: patience) else {
            return .silent("it does not finish its answer")
        }
        return HTTPAnswer.read(String(decoding: answer, as: UTF8.self))
    }
}
