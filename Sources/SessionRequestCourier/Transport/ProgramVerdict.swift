/// What the end of a program that sends messages means.
enum ProgramVerdict {
    // sysexits.h: data that is wrong, no such user, no such host. The same again would end the same way.
    private static let final: Set<Int32> = [65, 67, 68]

    static func outcome(of ending: ProgramRun.Ending, of path: String) -> DeliveryOutcome {
        switch ending {
        case .exited(0, _): .delivered
        case .exited(let status, let said):
            final.contains(status) ? .refused(text(path, status, said)) : .failed(text(path, status, said))
        case .signalled(let signal): .failed("\(path) was ended by signal \(signal)")
        case .killed: .failed("\(path) took too long")
        case .notStarted(let cause): .failed("cannot start \(path): \(cause)")
        }
    }

    private static func text(_ path: String, _ status: Int32, _ said: String) -> String {
        said.isEmpty ? "\(path) ended with \(status)" : "\(path) ended with \(status): \(said)"
    }
}
