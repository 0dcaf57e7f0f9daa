internal import SessionRequestModel

/// The section `email`: from whom mail comes, and how it leaves.
package struct EmailSettings: Sendable, Hashable {
    /// How mail leaves.
    package enum Transport: Sendable, Hashable {
        /// By submission to a mail server.
        case smtp(SMTPSettings)
        /// By the program at this path, which takes what `sendmail` takes.
        case sendmail(path: String)
    }

    /// From whom recipients read it to be.
    package var from: Mailbox
    /// Where answers go; nil: to `from`.
    package var replyTo: Mailbox?
    /// How it leaves.
    package var transport: Transport

    /// Reads the section; nil, with faults, when it cannot be used.
    package init?(_ reader: ConfigurationReader) {
        let members = reader.section(["from", "replyTo", "smtp", "sendmail"])
        let from = members["from"]?.mailbox()
        let replyTo = members["replyTo"]?.mailbox()
        let smtp = members["smtp"].flatMap { SMTPSettings($0) }
        let sendmail = members["sendmail"]?.filePath()
        if members["from"] == nil { reader.refuse("must have from, the address that mail comes from") }
        switch (members["smtp"], members["sendmail"]) {
        case (nil, nil): reader.refuse("must have smtp or sendmail, by which mail leaves")
        case (.some, .some(let other)): other.refuse("must not stand beside smtp: mail leaves one way")
        default: break
        }
        guard let from, members["replyTo"] == nil || replyTo != nil else { return nil }
        self.from = from
        self.replyTo = replyTo
        if let smtp {
            transport = .smtp(smtp)
        } else if let sendmail {
            transport = .sendmail(path: sendmail)
        } else {
            return nil
        }
    }
}

/// `email.smtp`: a mail server that takes submissions.
package struct SMTPSettings: Sendable, Hashable {
    /// What protects the way to the server.
    package enum Security: String, Sendable, Hashable, CaseIterable {
        /// TLS after a beginning in clear; a server that does not offer it is not used.
        case starttls
        /// TLS from the first byte.
        case tls
        /// Nothing. For a server on this machine.
        case none
    }

    /// The server.
    package var host: String
    /// Its port.
    package var port: Int
    /// What protects the way to it.
    package var security: Security
    /// As whom to sign in; nil: not at all.
    package var user: String?
    /// The file with the password, one line; nil: the systemd credential `smtp-password`, if there is a user.
    package var passwordFile: String?
    /// The file with the certificates (PEM) to trust; nil: those of the system.
    package var caFile: String?

    init?(_ reader: ConfigurationReader) {
        let members = reader.section(["host", "port", "security", "user", "passwordFile", "caFile"])
        if members["host"] == nil { reader.refuse("must have host, the server") }
        let security = members["security"].map { $0.word(Security.self) } ?? .starttls
        let port = members["port"].map { $0.integer(in: 1...65_535) } ?? Self.port(security ?? .starttls)
        user = members["user"]?.line(atMost: Limits.email)
        passwordFile = members["passwordFile"]?.filePath()
        caFile = members["caFile"]?.filePath()
        if members["user"] == nil { members["passwordFile"]?.refuse("must not stand without user") }
        guard let host = members["host"]?.hostName(), let security, let port else { return nil }
        self.host = host
        self.port = port
        self.security = security
    }

    private static func port(_ security: Security) -> Int {
        switch security {
        case .starttls: 587
        case .tls: 465
        case .none: 25
        }
    }
}
