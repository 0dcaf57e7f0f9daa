internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Signals as they come, instead of the end of the process.
enum Signals {
    /// Where the handler leaves the signal's number; -1 before anybody listens.
    private static let bell = Atomic<Int32>(-1)

    /// Takes signals over for the rest of the process; for one listener.
    static func stream(of numbers: [Int32]) -> AsyncStream<Int32> {
        let (stream, continuation) = AsyncStream<Int32>.makeStream()
        guard let pipe = Pipe() else { return stream }
        let listening = pipe.reading
        bell.store(pipe.writing, ordering: .releasing)
        for number in numbers { signal(number, note) }
        // Reading blocks, so it has a thread that tasks do not wait for.
        DispatchQueue.global().async {
            var byte: UInt8 = 0
            while true {
                let count = read(listening, &byte, 1)
                if count == 1 { continuation.yield(Int32(byte)) } else if errno != EINTR { break }
            }
        }
        return stream
    }

    /// Runs inside the signal: loads, writes, and leaves `errno` as it was.
    private static let note: @convention(c) (Int32) -> Void = { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Signals.bell.load(ordering: .relaxed), &byte, 1)
        errno = saved
    }
}
