internal import JSONRPC

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The program that writes what leaves the machine, asked what it would write.
enum CourierProgram {
    private static let name = "session-request-courier"
    // A letter with its HTML; more than this comes from something else.
    private static let answerBytes = 4 << 20

    /// The letter of an occasion, as the courier would send it. What it complains of goes to standard error, unless it is
    /// to be silent.
    static func letter(for occasion: LetterOccasion, isSilent: Bool) async throws(Failure) -> WrittenLetter {
        guard let path = path() else {
            throw Failure(
                .refused, "cannot show the invitation: there is no \(name) beside this program or in PATH",
                hint: "Install it; it writes the mail.")
        }
        var writer = JSONWriter()
        writer.value(occasion)
        guard let answer = await ask([path, "preview", "--json"], writer.bytes, isSilent: isSilent) else {
            throw Failure(.refused, "cannot show the invitation: \(path) did not write it")
        }
        do { return try WrittenLetter(try JSONDocument(answer).root) } catch {
            throw Failure(.refused, "cannot show the invitation: \(path) answered something else")
        }
    }

    /// Where it is: beside this program, where services are installed, or in `PATH`.
    private static func path() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        var candidates: [String] = []
        if count > 0 {
            let own = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
            candidates = ["\(folder)/\(name)", "\(folder)/../sbin/\(name)", "\(folder)/../libexec/\(name)"]
        }
        let folders = (Terminal.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        candidates += folders.map { "\($0)/\(name)" }
        return candidates.first { access($0, X_OK) == 0 }
    }

    private static func ask(_ arguments: [String], _ question: [UInt8], isSilent: Bool) async -> [UInt8]? {
        guard let asking = Pipe(), let answering = Pipe() else { return nil }
        let child = try? ChildProcess.start(
            arguments, .asked(by: asking.reading, answering: answering.writing, isSilent: isSilent))
        close(asking.reading)
        close(answering.writing)
        defer { close(answering.reading) }
        guard let child else {
            close(asking.writing)
            return nil
        }
        // It reads all before it answers, so that neither waits for the other. If it is gone, this program is not to end.
        signal(SIGPIPE, SIG_IGN)
        var rest = question[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(asking.writing, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        close(asking.writing)
        signal(SIGPIPE, SIG_DFL)
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while answer.count <= answerBytes {
            let count = read(answering.reading, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            answer += piece.prefix(count)
        }
        let status = await child.end()
        return status == 0 && rest.isEmpty && answer.count <= answerBytes ? answer : nil
    }
}
