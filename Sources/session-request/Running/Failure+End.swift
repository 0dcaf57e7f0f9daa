#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension Failure {
    /// Says it on standard error, and ends the process with its status.
    func end() -> Never {
        Terminal.write(text(columns: Terminal.isTerminal(2) ? Terminal.size.columns : nil), to: 2)
        exit(status.rawValue)
    }
}
