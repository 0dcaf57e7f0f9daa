package import SessionRequestConfiguration
package import SessionRequestText

/// What a request says about who sent it.
package struct Visitor: Sendable {
    /// From where, as far as that is known.
    package var source: IPAddress?
    /// The value of `Accept-Language`.
    package var accepted: String?
    /// The system that the browser runs on.
    package var platform: PortalSettings.Download.Platform?
    /// What the browser brought back, or what it is given now.
    package var secret: FormSecret
    /// Whether it is given now.
    package var isNewSecret: Bool

    package init(
        source: IPAddress?, accepted: String?, platform: PortalSettings.Download.Platform?, secret: FormSecret,
        isNewSecret: Bool
    ) {
        self.source = source
        self.accepted = accepted
        self.platform = platform
        self.secret = secret
        self.isNewSecret = isNewSecret
    }

    /// The language of a page.
    ///
    /// - Parameter tag: what the request says.
    package func language(_ tag: String?) -> Language { Language.chosen(tag: tag, accepted: accepted) }

    /// What a form of this page carries.
    package var formToken: String {
        var random = SystemRandomNumberGenerator()
        return secret.token(&random)
    }
}
