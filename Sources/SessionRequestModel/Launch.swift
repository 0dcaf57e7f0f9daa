/// How an agent's desk starts a remote-desktop client on a target.
public struct Launch: Sendable, Hashable {
    /// The program and its arguments, to be executed as they are and never through a shell.
    public let argv: [String]
    /// The same for a desktop's URL handler; nil when the connector has no such form.
    public let uri: String?

    /// A launch of just these; what a connector makes of a target.
    init(argv: [String], uri: String?) {
        self.argv = argv
        self.uri = uri
    }
}
