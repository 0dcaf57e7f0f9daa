internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

/// By what a visitor names a request, checked as far as it can be without looking anything up.
public struct LinkReference: Sendable {
    enum Key: Sendable {
        case token(id: Int64, generation: Int64)
        case code(String)
    }

    let key: Key
    let source: String?
}

extension Desk {
    /// Reads the token or code of a `link.*` call. Throws `link_invalid` for a token that was not made here and for what
    /// cannot be a code, and `rate_limited` when the visitor, or all of them, have tried too many wrong codes.
    public func linkReference(
        token: String?, code: String?, source: String?
    ) throws(WireError) -> LinkReference {
        try check(source: source)
        switch (token, code) {
        case (let token?, nil):
            guard !token.isEmpty else {
                throw WireError.invalidParams("cannot take token: it must not be empty", path: "/token")
            }
            guard let (id, generation) = secret.read(token: token) else { throw Self.noSuchLink }
            return LinkReference(key: .token(id: id, generation: generation), source: source.map(SourceNetwork.key))
        case (nil, let code?):
            guard !code.isEmpty else {
                throw WireError.invalidParams("cannot take code: it must not be empty", path: "/code")
            }
            guard let digits = CodeText.digits(of: code) else { throw Self.noSuchCode }
            let reference = LinkReference(key: .code(digits), source: source.map(SourceNetwork.key))
            try checkBudget(reference)
            return reference
        case (nil, nil):
            throw WireError.invalidParams("cannot tell which link is meant: give token or code", path: "/token")
        case (.some, .some):
            throw WireError.invalidParams("cannot take both token and code: give one of them", path: "/code")
        }
    }

    func check(source: String?) throws(WireError) {
        if let source { try line(source, atMost: Limits.source, at: "/source") }
    }

    private static let noSuchLink = WireError(
        .linkInvalid, "cannot find a session request for this link; check that it is complete, or ask for a new one")
    private static let noSuchCode = WireError(
        .linkInvalid, "cannot find a session request for this code; check it, or ask for it again")

    private func checkBudget(_ reference: LinkReference) throws(WireError) {
        if let wait = budgets.secondsUntilCode(source: reference.source, policy: policy, now: now) {
            throw WireError.rateLimited("cannot take a code now: too many wrong ones were tried", retryAfter: wait)
        }
    }

    /// The request of a link, as it was last written.
    func find(_ reference: LinkReference, _ snapshot: Snapshot) throws -> SessionRequest {
        switch reference.key {
        case .token(let id, let generation):
            guard let request = try snapshot.sessionRequest(id), generation <= request.linkGeneration, generation > 0
            else {
                throw Self.noSuchLink
            }
            guard generation == request.linkGeneration else {
                throw WireError(
                    .linkExpired, "cannot use this link: a newer one has replaced it; look for the newer message")
            }
            return request
        case .code(let code):
            // Asked again here, where tries follow each other: many may have been read before the first was found wrong.
            try checkBudget(reference)
            let id = try snapshot.requestID(codeHash: secret.hash(ofCode: code))
            if let id, let request = try snapshot.sessionRequest(id), hasCode(request) { return request }
            budgets.codeWasWrong(source: reference.source, now: now)
            throw Self.noSuchCode
        }
    }

    /// Whether the request is live now, with what the clock has brought about and nobody has written yet.
    private func hasCode(_ request: SessionRequest) -> Bool {
        var request = request
        _ = request.timePassed(to: now)
        return request.status.isLive
    }

    /// A link that is being watched, as its recipient may see it.
    public struct WatchedLink: Sendable {
        /// The number of the request.
        public var id: Int64
        /// Of the link; another one is another link.
        public var generation: Int64
        /// What is shown.
        public var link: WireLink
    }

    /// The request as its recipient may see it, and what watching it takes.
    public func link(_ reference: LinkReference, _ snapshot: Snapshot) throws -> WatchedLink {
        try watched(find(reference, snapshot), snapshot)
    }

    /// The present link of a request that is being watched; nil when it is gone.
    public func link(ofRequest id: Int64, _ snapshot: Snapshot) throws -> WatchedLink? {
        try snapshot.sessionRequest(id).map { try watched($0, snapshot) }
    }

    private func watched(_ request: SessionRequest, _ snapshot: Snapshot) throws -> WatchedLink {
        WatchedLink(id: request.id, generation: request.linkGeneration, link: try wireLink(request, snapshot))
    }

    /// `link.resolve` without a trace.
    public func resolve(_ reference: LinkReference, _ snapshot: Snapshot) throws -> LinkMethods.Resolve.Result {
        let request = try find(reference, snapshot)
        return LinkMethods.Resolve.Result(
            link: try wireLink(request, snapshot), token: Self.answersToken(reference) ? token(of: request) : nil)
    }

    /// `link.resolve` of a page that a program may have fetched: leaves a `linkPrefetched` event, and no change of status.
    public func resolvePrefetched(_ reference: LinkReference) -> Change<LinkMethods.Resolve.Result> {
        { transaction in
            var request = try self.find(reference, transaction.snapshot)
            try self.record(request.timePassed(to: self.now), transaction)
            if request.status == .open, self.budgets.countPrefetch(of: request.id, now: self.now) {
                try self.record(request.linkPrefetched(at: self.now), transaction)
            }
            return LinkMethods.Resolve.Result(
                link: try self.wireLink(request, transaction.snapshot),
                token: Self.answersToken(reference) ? self.token(of: request) : nil)
        }
    }

    private static func answersToken(_ reference: LinkReference) -> Bool {
        if case .code = reference.key { true } else { false }
    }

    func wireLink(_ request: SessionRequest, _ snapshot: Snapshot) throws -> WireLink {
        let policy = policy
        return WireLink(
            status: request.status.rawValue, organization: policy.settings.organization,
            agentName: agentName(of: request),
            recipientName: request.recipient.name, subject: request.subject,
            language: try language(of: request, snapshot),
            schedule: request.schedule.map { WireSchedule($0) }, expiresAt: request.expiresAt.rfc3339,
            queuePosition: try snapshot.queuePosition(of: request).map { Int64($0) },
            allowedActions: RequestPermissions.allowedLinkActions(in: request).map(\.rawValue),
            accessRequested: request.accessRequestedAt != nil,
            feedback: request.feedback.map { WireFeedback($0) },
            joinMethods: policy.joinMethods)
    }
}
