package import JSONRPC

/// What one check of `doctor` came to.
package struct Finding: Sendable, Equatable, JSONEncodable {
    /// How it came out.
    package enum Status: String, Sendable, CaseIterable {
        /// As it should be.
        case ok
        /// It works, and something about it asks for attention.
        case warning
        /// It does not work.
        case failed
        /// It was not looked at, or is not wanted here; the message says why.
        case skipped
    }

    /// What was looked at, such as `socket` or `portal`.
    package let check: String
    package let status: Status
    /// What was found, for people.
    package let message: String
    /// What to do next; nil where there is nothing to do.
    package let advice: String?

    /// Just these members.
    package init(_ check: String, _ status: Status, _ message: String, advice: String? = nil) {
        self.check = check
        self.status = status
        self.message = message
        self.advice = advice
    }

    /// One object; `advice` only where there is some.
    package func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("check", check)
        writer.member("status", status.rawValue)
        writer.member("message", message)
        writer.member("advice", ifPresent: advice)
        writer.endObject()
    }
}
