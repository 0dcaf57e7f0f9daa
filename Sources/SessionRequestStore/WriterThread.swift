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

    /// Runs `body` on the thread, which ends with it.
    ///
    /// - Parameter body: is given what returns once for each `wake`.
    /// - Returns: whether there is a thread; the process may have no room for one more.
    func start(_ body: @escaping @Sendable (_ waitForWork: () -> Void) -> Void) -> Bool {
        let (told, ended) = (told, ended)
        let held = Unmanaged.passRetained(
            Body {
                body { told.wait() }
                ended.signal()
            })
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, held.toOpaque())
        guard status == 0 else {
            held.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// There is work.
    func wake() { told.signal() }

    /// Returns when the thread has ended.
    func join() {
        ended.wait()
        ended.signal()
    }
}
