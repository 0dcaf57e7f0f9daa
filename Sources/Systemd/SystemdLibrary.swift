internal import CSystemd
internal import Glibc

/// libsystemd, loaded by the program and not before it: together with the six libraries that it brings, it takes a
/// millisecond of each start, which can pass beside other work.
public enum SystemdLibrary {
    static let functions = load_systemd_functions()

    /// Begins to load it on a thread of its own. Whatever needs it waits for that, or loads it where this was not called.
    public static func prepare() {
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { _ in
                _ = SystemdLibrary.functions
                return nil
            }, nil)
        if status == 0 { pthread_detach(thread) }
    }
}
