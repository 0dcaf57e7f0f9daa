/// The record in another system that a request belongs to.
public struct ExternalReference: Sendable, Hashable {
    /// The other system: `salesforce`, `freshservice`, ...
    public var system: String
    /// Its identifier there.
    public var id: String
    /// Where a person can look at it.
    public var url: String?

    /// Throws when a member is over its limit, or the URL is not http(s).
    public init(system: String, id: String, url: String? = nil) throws(Violation) {
        do { try TextRule.checkLine(system, atMost: Limits.externalReference) } catch { throw error.inside("system") }
        do { try TextRule.checkLine(id, atMost: Limits.externalReference) } catch { throw error.inside("id") }
        if let url {
            do { try TextRule.checkLine(url, atMost: Limits.url) } catch { throw error.inside("url") }
            guard Self.isWebAddress(url) else {
                throw Violation("must begin with https:// or http:// and hold no spaces or quotes", at: "/url")
            }
        }
        self.system = system
        self.id = id
        self.url = url
    }

    private static func isWebAddress(_ url: String) -> Bool {
        let scalars = url.unicodeScalars
        guard let prefix = ["https://", "http://"].first(where: { scalars.starts(with: $0.unicodeScalars) }),
            let first = scalars.dropFirst(prefix.count).first, first != "/", first != "?", first != "#"
        else { return false }
        let forbidden = "\"<>\\^`{|}".unicodeScalars
        return scalars.allSatisfy { TextRule.isInk($0) && !forbidden.contains($0) }
    }
}
