internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// What was sent in the body of a request.
enum Sent {
    /// Why it cannot be used.
    enum Fault: Error {
        case tooLarge
        case wrongType
        case unreadable
        case tooSlow
    }

    /// The fields of a form.
    static func form(_ request: Request) async throws(Fault) -> [String: String] {
        guard type(of: request) == "application/x-www-form-urlencoded" else { throw .wrongType }
        let bytes = try await body(of: request)
        guard let text = String(validating: bytes, as: UTF8.self),
            let fields = try? URLEncodedFormDecoder().decode([String: String].self, from: text)
        else { throw .unreadable }
        return fields
    }

    /// The bytes of a body of JSON; none is fine.
    static func json(_ request: Request) async throws(Fault) -> [UInt8] {
        let bytes = try await body(of: request)
        guard bytes.isEmpty || type(of: request) == "application/json" else { throw .wrongType }
        return bytes
    }

    private static func type(of request: Request) -> String? {
        request.headers[.contentType]?.prefix { $0 != ";" }.trimmingSpaces.lowercased()
    }

    private static func body(of request: Request) async throws(Fault) -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > PortalLimits.body {
            throw .tooLarge
        }
        let body = request.body
        do {
            return try await withThrowingTaskGroup(of: [UInt8].self) { race in
                race.addTask { Array(buffer: try await body.collect(upTo: PortalLimits.body)) }
                race.addTask {
                    try await Task.sleep(for: .seconds(PortalLimits.bodySeconds))
                    throw Fault.tooSlow
                }
                defer { race.cancelAll() }
                return try await race.next() ?? []
            }
        } catch {
            throw error as? Fault ?? (error is NIOTooManyBytesError ? .tooLarge : .unreadable)
        }
    }
}
