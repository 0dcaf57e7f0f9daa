#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What is given to the program to read.
enum StandardInput {
    /// The most that is read: sixteen lines of the service's limit.
    static let limit = 16 << 20

    /// All of it; throws when it is too much or no text.
    static func text() throws(Failure) -> String { try text(of: 0, named: "standard input") }

    /// All of it without the line ends at its end.
    static func line() throws(Failure) -> String {
        let text = try text()
        let end = text.lastIndex { !$0.isNewline }.map(text.index(after:)) ?? text.startIndex
        return String(text[..<end])
    }

    /// All of a file, or of standard input for `-`.
    static func text(ofFile path: String) throws(Failure) -> String {
        guard path != "-" else { return try text() }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.usage, "cannot open \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        return try text(of: descriptor, named: path)
    }

    /// A line that somebody types; nil at the end.
    static func answer() -> String? { readLine() }

    private static func text(of descriptor: Int32, named name: String) throws(Failure) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw Failure(.usage, "cannot read \(name): \(String(cString: strerror(errno)))")
            }
            guard bytes.count <= limit else {
                throw Failure(.usage, "cannot read \(name): it is longer than \(limit >> 20) MiB")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.usage, "cannot read \(name): it is not UTF-8")
        }
        return text
    }
}
