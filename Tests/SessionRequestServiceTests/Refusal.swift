internal import SessionRequestWire
internal import Testing

/// The error that a call is refused with. Holds each to what the protocol promises of all: one line that begins with
/// "cannot", a number that goes with the reason, a bounded place, and when to come back where that is a matter of time.
func refusal(
    sourceLocation: SourceLocation = #_sourceLocation, _ call: () async throws -> some Any
) async throws -> WireError {
    do {
        _ = try await call()
    } catch let error as WireError {
        #expect(error.message.hasPrefix("cannot "), "\(error.message)", sourceLocation: sourceLocation)
        let lines = error.message.split(omittingEmptySubsequences: false) { $0.isNewline }
        #expect(lines.count == 1, sourceLocation: sourceLocation)
        #expect(error.message.count <= 512, sourceLocation: sourceLocation)
        #expect(error.code == error.reason?.code, sourceLocation: sourceLocation)
        #expect(error.data.path?.utf8.count ?? 0 <= 1024, sourceLocation: sourceLocation)
        if error.reason == .busy || error.reason == .rateLimited {
            #expect(error.data.retryAfter ?? 0 > 0, sourceLocation: sourceLocation)
        }
        if error.reason == .invalidParams { #expect(error.data.path != nil, sourceLocation: sourceLocation) }
        return error
    }
    Issue.record("it was not refused", sourceLocation: sourceLocation)
    throw TestFailure("it was not refused")
}
