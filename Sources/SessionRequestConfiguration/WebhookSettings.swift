package import SessionRequestModel

/// One member of the section `webhooks`: who is told of events, of which, and how.
package struct WebhookSettings: Sendable, Hashable {
    /// What the admin calls it; a slug.
    package var id: String
    /// Where events are sent.
    package var url: String
    /// The types of the events that are sent; nil: all.
    package var types: Set<EventType>?
    /// Slugs of the queues whose events are sent; nil: all events, those of no queue too.
    package var queues: Set<String>?
    /// The file with the secret of the signature, one line; nil: the systemd credential `webhook-ID`, if any.
    package var secretFile: String?
    /// The file with the certificates (PEM) to trust; nil: those of the system.
    package var caFile: String?
    /// Whether the session requests in it have their links and codes.
    package var includeLinks = false

    /// Reads the section, in the order in which it is written; what cannot be used is left out, with faults.
    package static func all(_ reader: ConfigurationReader) -> [WebhookSettings] {
        reader.entries(atMost: ConfigurationLimits.webhooks).compactMap { id, place, value in
            do throws(Violation) { try Queue.check(id: id) } catch {
                value.faults.report("\(value.path) \(error.message)", at: place)
                return nil
            }
            return WebhookSettings(id: id, value)
        }
    }

    private init?(id: String, _ reader: ConfigurationReader) {
        let members = reader.section(["url", "types", "queues", "secretFile", "caFile", "includeLinks"])
        if members["url"] == nil { reader.refuse("must have url, where events are sent") }
        let types = members["types"]?.distinct(atMost: EventType.allCases.count) { $0.word(EventType.self)?.rawValue }
        let queues = members["queues"]?.distinct(atMost: ConfigurationLimits.schemes) {
            $0.text { (text) throws(Violation) in try Queue.check(id: text) }
        }
        secretFile = members["secretFile"]?.filePath()
        caFile = members["caFile"]?.filePath()
        includeLinks = members["includeLinks"]?.boolean() ?? false
        guard let url = members["url"]?.endpointAddress() else { return nil }
        self.id = id
        self.url = url
        self.types = types.map { Set($0.compactMap(EventType.init)) }
        self.queues = queues.map { Set($0) }
    }
}
