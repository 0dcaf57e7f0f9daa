internal import SessionRequestModel
internal import SessionRequestWire

/// The settings, with what follows from them, worked out once. Shared by reference: a rendering takes one retain.
final class Policy: Sendable {
    let settings: DeskSettings
    /// What stands before the token of a link.
    let linkPrefix: String
    /// What the page offers.
    let joinMethods: [WireJoinMethod]

    init(_ settings: DeskSettings) {
        self.settings = settings
        linkPrefix = settings.portal + "/s/"
        joinMethods = settings.offeredJoinMethods.map { method in
            WireJoinMethod(
                method: method.method.rawValue, scheme: method.scheme, pattern: method.pattern,
                minimumVersion: method.minimumVersion)
        }
    }
}
