internal import Dispatch
internal import Glibc

/// The thread that writes, and sleeps while there is nothing to write. A queue of the library would choose a thread of
/// many each time, which takes longer than to wake this one.
final class WriterThread: Sendable {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let told = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Runs `work` on the thread each time that it is woken, until that answers false.
    ///
    /// - Returns: whether there is a thread; the process may have no room for one more.
    func start(_ work: @escaping @Sendable () -> Bool) -> Bool {
        let (told, ended) = (told, ended)
        let body = Unmanaged.passRetained(
            Body {
                repeat { told.wait() } while work()
                ended.signal()
            })
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, body.toOpaque())
        guard status == 0 else {
            body.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// There is work.
    func wake() { told.signal() }

    /// Returns when the thread has run `work` for the last time.
    func join() {
        ended.wait()
        ended.signal()
    }
}
