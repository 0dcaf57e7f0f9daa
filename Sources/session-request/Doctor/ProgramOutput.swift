internal import Dispatch

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a program that was run to its end said, on both of its outputs.
struct ProgramOutput: Sendable {
    /// Its exit status, or 128 and the signal that ended it.
    let status: Int32
    let text: String

    /// More than a program that was asked a question has to say.
    private static let readBytes = 64 << 10
    /// How long a program may take, in milliseconds.
    private static let patience = 15000

    /// Why there is no output.
    struct Absence: Error {
        let text: String
    }

    /// Runs a program, which is ended when it takes too long.
    static func of(_ arguments: [String]) async throws(Absence) -> ProgramOutput {
        guard let pipe = Pipe() else { throw Absence(text: "no descriptors are left") }
        let child: ChildProcess
        do { child = try ChildProcess.start(arguments, .heard(by: pipe.writing)) } catch {
            close(pipe.reading)
            close(pipe.writing)
            throw Absence(text: error.text)
        }
        close(pipe.writing)
        let reading = pipe.reading
        let bytes: [UInt8]? = await withCheckedContinuation { continuation in
            // Reading blocks, so it has a thread that tasks do not wait for.
            DispatchQueue.global().async {
                let bytes = PatientReading.all(of: reading, atMost: readBytes, within: patience)
                close(reading)
                continuation.resume(returning: bytes)
            }
        }
        if bytes == nil { child.terminate() }
        let status = await child.end()
        guard let bytes else { throw Absence(text: "it took longer than \(patience / 1000) s") }
        return ProgramOutput(status: status, text: String(decoding: bytes, as: UTF8.self))
    }
}

/// Reading that does not wait for ever.
enum PatientReading {
    /// Everything up to the end of what is read, or up to so many bytes; nil when that takes more milliseconds.
    static func all(of descriptor: Int32, atMost limit: Int, within milliseconds: Int) -> [UInt8]? {
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < limit {
            let left = (end - .now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(left.rounded(.up))) > 0 else { continue }
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR && errno != EAGAIN { break }
        }
        return bytes
    }
}
