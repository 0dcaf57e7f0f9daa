#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The clipboard of whatever desktop or terminal this runs in.
enum Clipboard {
    /// How a text got there.
    enum Way {
        case program(String)
        /// The terminal was asked to (OSC 52); whether it did, it does not say.
        case terminal
    }

    /// Puts a text on the clipboard; nil when there is no way.
    static func put(_ text: String) async -> Way? {
        for candidate in candidates {
            if await feed(text, to: candidate) { return .program(candidate[0]) }
        }
        guard Terminal.isTerminal(1), Terminal.variable("TERM") != "dumb" else { return nil }
        Terminal.write(sequence(text))
        return .terminal
    }

    private static var candidates: [[String]] {
        var candidates: [[String]] = []
        if Terminal.variable("WAYLAND_DISPLAY") != nil { candidates.append(["wl-copy"]) }
        if Terminal.variable("DISPLAY") != nil {
            candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
        }
        return candidates
    }

    /// Runs a program with the text as its input; false when there is no such program or it fails.
    private static func feed(_ text: String, to program: [String]) async -> Bool {
        guard let pipe = Pipe() else { return false }
        let child = try? ChildProcess.start(program, .fed(by: pipe.reading))
        close(pipe.reading)
        guard let child else {
            close(pipe.writing)
            return false
        }
        // A program that is gone is not to end this one. A link fits into a pipe, so that writing does not wait.
        signal(SIGPIPE, SIG_IGN)
        let bytes = Array(text.utf8)
        let count = write(pipe.writing, bytes, bytes.count)
        close(pipe.writing)
        signal(SIGPIPE, SIG_DFL)
        return await child.end() == 0 && count == bytes.count
    }

    /// OSC 52, which terminals pass on through SSH, too.
    private static func sequence(_ text: String) -> String { "\u{1B}]52;c;\(Base64.text(Array(text.utf8)))\u{7}" }
}
