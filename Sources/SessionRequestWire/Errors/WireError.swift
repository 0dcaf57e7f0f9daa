public import JSONRPC

/// The error object of an answer.
public struct WireError: Error, WireObject, Equatable, CustomStringConvertible {
    /// `ErrorReason.code`, or a number that only a newer service knows.
    public var code: Int
    /// One sentence for people: what cannot be done, and the way out.
    public var message: String
    /// What programs read.
    public var data: WireErrorData

    /// Just these members.
    public init(code: Int, message: String, data: WireErrorData) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// An error of a known reason, with its number.
    public init(_ reason: ErrorReason, _ message: String) {
        self.init(code: reason.code, message: message, data: WireErrorData(reason))
    }

    /// Why; nil for a reason that only a newer service knows.
    public var reason: ErrorReason? { ErrorReason(rawValue: data.reason) }

    /// The message and the reason.
    public var description: String { "\(message) (\(data.reason))" }

    /// Asks the reader for each member. An error without data, from something that is not the service, gets an empty
    /// reason.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        code = try reader.required("code")
        message = try reader.required("message")
        data = try reader.optional("data") ?? WireErrorData(reason: "", retryable: false)
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("code", code)
        writer.member("message", message)
        writer.member("data", data)
        writer.endObject()
    }
}
