/// What an admin decided about the page behind the links.
public struct PortalSettings: Sendable, Equatable {
    /// A file that visitors may fetch in order to join.
    public struct Download: Sendable, Equatable {
        /// What it runs on.
        public enum Platform: String, Sendable, CaseIterable {
            case windows, macos, linux, android, ios
        }

        /// The scheme of the target that it offers.
        public var scheme: String
        /// What it runs on.
        public var platform: Platform
        /// How it is called, such as `AnyDesk`.
        public var name: String
        /// Where it is.
        public var url: String
        /// The SHA-256 checksum of the file, 64 hexadecimal digits in lower case.
        public var sha256: String?

        /// Just these members.
        public init(scheme: String, platform: Platform, name: String, url: String, sha256: String?) {
            self.scheme = scheme
            self.platform = platform
            self.name = name
            self.url = url
            self.sha256 = sha256
        }
    }

    /// The field in which trusted proxies say from where a visitor comes. The other one is not read: proxies pass on what
    /// a visitor wrote into a field that they do not write themselves.
    public enum ForwardedField: String, Sendable, CaseIterable {
        case xForwardedFor = "X-Forwarded-For"
        /// RFC 7239.
        case forwarded = "Forwarded"
    }

    /// How visitors reach people when the page cannot help; each may be left out.
    public struct Support: Sendable, Equatable {
        /// A number to call.
        public var phone: String?
        /// An address to write to.
        public var email: String?
        /// A page to open.
        public var website: String?
    }

    /// How much one visitor's address may do.
    public struct RateLimits: Sendable, Equatable {
        /// Pages and readings of the interface, in a minute.
        public var pagesPerMinute = 600
        /// Presses of buttons and calls that change something, in a minute.
        public var formsPerMinute = 60
        /// Codes, right or wrong, in a minute.
        public var codesPerMinute = 20
        /// Live pages at once.
        public var streams = 200

        /// The limits that nobody has configured.
        public init() {}
    }

    /// Who offers the help, as visitors read it.
    public var organization: String?
    /// The address that visitors reach the page under, without a slash at its end.
    public var address = "http://localhost:7080"
    /// Who may say from where a visitor comes: addresses, networks such as `10.0.0.0/8`, and `unix` for whoever connects
    /// to a Unix socket.
    public var trustedProxies: [String] = []
    /// Where they say it.
    public var forwardedField = ForwardedField.xForwardedFor
    /// What visitors may fetch.
    public var downloads: [Download] = []
    /// What opens an installed client, by scheme.
    public var clientLinks = ["anydesk": "anydesk:", "rustdesk": "rustdesk://"]
    /// How visitors reach people.
    public var support = Support()
    /// How much one visitor's address may do.
    public var rateLimits = RateLimits()

    /// The settings of a page that nobody has configured.
    public init() {}
}
