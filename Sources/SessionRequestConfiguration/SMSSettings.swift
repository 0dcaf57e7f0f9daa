internal import SessionRequestModel

/// The section `sms`: how text messages leave.
package enum SMSSettings: Sendable, Hashable {
    /// By a program and its arguments, in which `{number}` and `{text}` stand for the recipient's number and the message.
    /// No shell sees them.
    case command([String])
    /// By a gateway that takes requests of HTTP.
    case http(SMSGateway)

    /// Reads the section; nil, with faults, when it cannot be used.
    package init?(_ reader: ConfigurationReader) {
        let members = reader.section(["command", "http"])
        switch (members["command"], members["http"]) {
        case (nil, nil):
            reader.refuse("must have command or http, by which text messages leave")
            return nil
        case (.some, let other?):
            other.refuse("must not stand beside command: text messages leave one way")
            return nil
        case (let command?, nil):
            guard let arguments = Self.arguments(command) else { return nil }
            self = .command(arguments)
        case (nil, let http?):
            guard let gateway = SMSGateway(http) else { return nil }
            self = .http(gateway)
        }
    }

    private static func arguments(_ reader: ConfigurationReader) -> [String]? {
        guard let elements = reader.elements(1...ConfigurationLimits.arguments) else { return nil }
        let arguments = elements.compactMap { $0.line(atMost: ConfigurationLimits.argument) }
        guard arguments.count == elements.count else { return nil }
        guard elements[0].filePath() != nil else { return nil }
        let rest = arguments.dropFirst().joined(separator: " ")
        for place in ["{number}", "{text}"] where !rest.contains(place) {
            return reader.nothing("must have \(place) in one of the arguments")
        }
        return arguments
    }
}

/// `sms.http`: a gateway that takes requests of HTTP.
package struct SMSGateway: Sendable, Hashable {
    /// The methods that such gateways take.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        case post = "POST"
        case put = "PUT"
        case get = "GET"
    }

    /// Where it is; `{number}` and `{text}` in it are percent-encoded.
    package var url: String
    /// How it is asked.
    package var method: Method
    /// What the body is, which says how `{number}` and `{text}` are written into it: as JSON strings without their quotes
    /// where it is JSON, percent-encoded where it is a form, as they are otherwise.
    package var contentType: String
    /// The body, with `{number}` and `{text}`; nil: none.
    package var body: String?
    /// The file with the token that is sent as a bearer's, one line; nil: the systemd credential `sms-token`, if any.
    package var tokenFile: String?
    /// The file with the certificates (PEM) to trust; nil: those of the system.
    package var caFile: String?

    init?(_ reader: ConfigurationReader) {
        let members = reader.section(["url", "method", "contentType", "body", "tokenFile", "caFile"])
        if members["url"] == nil { reader.refuse("must have url, the gateway's address") }
        let url = members["url"]?.endpointAddress()
        let method = members["method"].map { $0.word(Method.self) } ?? .post
        let contentType =
            members["contentType"].map { $0.line(atMost: Limits.name) } ?? "application/json"
        body = members["body"]?.text { (text) throws(Violation) in
            try TextRule.checkText(text, atMost: ConfigurationLimits.body)
        }
        tokenFile = members["tokenFile"]?.filePath()
        caFile = members["caFile"]?.filePath()
        guard let url, let method, let contentType else { return nil }
        self.url = url
        self.method = method
        self.contentType = contentType
        for place in ["{number}", "{text}"] where !(url + (body ?? "")).contains(place) {
            reader.refuse("must have \(place) in body or url")
            return nil
        }
    }
}
