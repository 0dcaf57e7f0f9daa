internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import SessionRequestConfiguration

/// Answers with the fields that every one of them carries.
enum Answers {
    /// A page.
    static func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        answer(status, type: "text/html; charset=utf-8", Array(html.utf8))
    }

    /// JSON.
    static func json(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
        answer(status, type: "application/json", bytes)
    }

    /// A line of text.
    static func text(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        answer(status, type: "text/plain; charset=utf-8", Array((text + "\n").utf8))
    }

    /// What a press leads to: the page, to be fetched with GET.
    static func seeOther(_ path: String) -> Response {
        var response = answer(.seeOther, type: "text/plain; charset=utf-8", [])
        response.headers[.location] = path
        return response
    }

    /// A file that never changes under its name.
    static func asset(_ file: Assets.File) -> Response {
        var response = answer(.ok, type: file.type, file.bytes)
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }

    /// A stream of events.
    static func events(_ body: ResponseBody) -> Response {
        var headers = Self.headers
        headers[.contentType] = "text/event-stream; charset=utf-8"
        // nginx keeps answers back unless it is told not to.
        headers[.accelBuffering] = "no"
        return Response(status: .ok, headers: headers, body: body)
    }

    private static func answer(_ status: HTTPResponse.Status, type: String, _ bytes: [UInt8]) -> Response {
        var headers = Self.headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static let headers: HTTPFields = {
        var fields = HTTPFields()
        fields[.cacheControl] = "no-store"
        fields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        fields[.referrerPolicy] = "no-referrer"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.frameOptions] = "DENY"
        fields[.robotsTag] = "noindex, nofollow"
        fields[.permissionsPolicy] =
            "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), interest-cohort=()"
        fields[.openerPolicy] = "same-origin"
        fields[.resourcePolicy] = "same-origin"
        return fields
    }()
}

extension Response {
    /// Whether it is a stream that goes on for as long as somebody listens.
    var isLive: Bool { headers[.contentType]?.hasPrefix("text/event-stream") == true }
}

extension HTTPField.Name {
    /// The name of a field that the library does not know.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .vary }

    static let referrerPolicy = named("Referrer-Policy")
    static let frameOptions = named("X-Frame-Options")
    static let robotsTag = named("X-Robots-Tag")
    static let permissionsPolicy = named("Permissions-Policy")
    static let openerPolicy = named("Cross-Origin-Opener-Policy")
    static let resourcePolicy = named("Cross-Origin-Resource-Policy")
    static let accelBuffering = named("X-Accel-Buffering")
    static func forwarding(_ field: PortalSettings.ForwardedField) -> HTTPField.Name { named(field.rawValue) }
    static let fetchSite = named("Sec-Fetch-Site")
    static let platformHint = named("Sec-CH-UA-Platform")
    static let live = named("X-Live")
}
