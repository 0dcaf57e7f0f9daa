internal import SessionRequestModel
internal import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `link.open`.
    public func open(_ reference: LinkReference) -> Change<LinkResult> {
        visiting(reference, "open") { try $0.opened(by: .recipient, at: $1) }
    }

    /// `link.grant`. The link is looked at when all else is in order.
    public func grant(
        _ params: LinkMethods.Grant.Params, _ reference: @autoclosure () throws -> LinkReference
    ) throws -> Change<LinkResult> {
        if let seconds = params.leaseSeconds {
            guard seconds >= Double(Limits.leaseSeconds.lowerBound), seconds <= Double(Limits.leaseSeconds.upperBound)
            else {
                throw WireError.invalidParams(
                    "cannot take leaseSeconds: it must be \(Limits.leaseSeconds.lowerBound) to "
                        + "\(Limits.leaseSeconds.upperBound)", path: "/leaseSeconds")
            }
        }
        let method: Join.Method = try word(params.join.method, at: "/join/method")
        let policy = policy
        let settings = policy.settings
        guard settings.allowedSchemes.contains(params.join.target.scheme) else {
            throw WireError.invalidParams(
                "cannot take join/target/scheme: it must be one of \(settings.allowedSchemes.sorted().joined(separator: ", "))",
                path: "/join/target/scheme")
        }
        let target = try checking("/join/target") { () throws(Violation) in
            try Target(
                scheme: params.join.target.scheme, address: params.join.target.address,
                allowsPrivateHosts: settings.allowPrivateHosts)
        }
        guard settings.addressPatterns[target.scheme]?.matches(target.address) ?? true else {
            throw WireError.invalidParams(
                "cannot take join/target/address: this desk takes no such address of \(target.scheme)",
                path: "/join/target/address")
        }
        var client: JoinClient?
        if let wire = params.join.client {
            client = try checking("/join/client") { () throws(Violation) in
                try JoinClient(name: wire.name, version: wire.version, platform: wire.platform)
            }
        }
        let joined = client
        let offer = try checking("/join") { () throws(Violation) in
            try Join(
                method: method, client: joined, target: target, grantedAt: now,
                permissions: params.join.permissions ?? [], leaseExpiresAt: nil)
        }
        return visiting(try reference(), "grant access to") { request, now in
            var join = offer
            join.grantedAt = now
            join.leaseExpiresAt = params.leaseSeconds.map {
                Timestamp(milliseconds: now.milliseconds + Int64($0 * 1000))
            }
            // Whether it can be granted at all comes before which client grants it.
            var trial = request
            _ = try trial.granted(join, by: .recipient, at: now)
            if let client = join.client,
                !Self.isSupported(client.name, client.version, policy.settings.minimumRecipientVersions)
            {
                var error = WireError(
                    .clientTooOld,
                    "cannot grant access with \(client.name) \(client.version ?? "of an unknown version"): it is older than allowed"
                )
                error.data.hint = "update \(client.name), or join another way"
                throw error
            }
            return try request.granted(join, by: .recipient, at: now)
        }
    }

    /// `link.deny`.
    public func deny(_ reference: LinkReference) -> Change<LinkResult> {
        let maxDenials = policy.settings.maxDenials
        return visiting(reference, "deny access to") {
            try $0.denied(by: .recipient, at: $1, maxDenials: maxDenials)
        }
    }

    /// `link.revoke`.
    public func revoke(_ reference: LinkReference) -> Change<LinkResult> {
        visiting(reference, "revoke access to") { try $0.revoked(by: .recipient, at: $1) }
    }

    /// `link.cancel`.
    public func cancel(_ reference: LinkReference) -> Change<LinkResult> {
        visiting(reference, "cancel") {
            try $0.closed(reason: .canceledByRecipient, note: nil, by: .recipient, at: $1)
        }
    }

    /// `link.feedback`. The link is looked at when all else is in order.
    public func feedback(
        _ params: LinkMethods.Feedback.Params, _ reference: @autoclosure () throws -> LinkReference
    ) throws -> Change<LinkResult> {
        let checked = try checking { () throws(Violation) in
            try Feedback(rating: Int(params.rating), comment: params.comment, at: now)
        }
        return visiting(try reference(), "rate") { request, now in
            guard RequestPermissions.allowedLinkActions(in: request).contains(.feedback) else {
                throw Self.refusal("rate", request)
            }
            var feedback = checked
            feedback.at = now
            return request.feedbackGiven(feedback, at: now)
        }
    }

    /// `link.request`: a person without a link asks for help at a queue's public page.
    public func request(
        _ params: LinkMethods.Request.Params, by caller: Caller
    ) throws(WireError) -> Change<LinkMethods.Request.Result> {
        var draft = SessionRequestDraft(
            recipient: try recipient(params.recipient), defaultLifetimeSeconds: policy.settings.defaultExpirySeconds)
        draft.comments = params.comments
        draft.assignee = .queue(try slug(params.queue, at: "/queue"))
        try check(source: params.source)
        _ = try made(draft, id: 0, by: caller, at: now)
        let asked = draft
        return { transaction in
            let snapshot = transaction.snapshot
            guard let queue = try snapshot.queue(params.queue), queue.publicPage else {
                var error = WireError.notFound("a public queue \(params.queue)")
                error.data.path = "/queue"
                throw error
            }
            let now = self.now
            var draft = asked
            draft.defaultLifetimeSeconds = queue.defaultExpirySeconds ?? draft.defaultLifetimeSeconds
            if params.dryRun == true {
                let (request, _) = try self.made(draft, id: 0, by: caller, at: now)
                return LinkMethods.Request.Result(link: try self.wireLink(request, snapshot), token: nil)
            }
            if let wait = self.budgets.countPublicRequest(
                source: params.source.map(SourceNetwork.key), policy: self.policy, now: now)
            {
                throw WireError.rateLimited("cannot ask for help so often", retryAfter: wait)
            }
            let id = transaction.newRequestID()
            draft.codeAttempt = try self.freeCodeAttempt(id: id, generation: 1, snapshot)
            let (request, events) = try self.made(draft, id: id, by: caller, at: now)
            try self.record(events, transaction)
            return LinkMethods.Request.Result(
                link: try self.wireLink(request, snapshot), token: self.token(of: request))
        }
    }

    /// A change by the recipient: finds the request, brings it up to date, lets `change` decide, and answers with the link.
    private func visiting(
        _ reference: LinkReference, _ phrase: String,
        _ change: @escaping @Sendable (inout SessionRequest, Timestamp) throws -> [Event]
    ) -> Change<LinkResult> {
        { transaction in
            let now = self.now
            var request = try self.find(reference, transaction.snapshot)
            try self.record(request.timePassed(to: now), transaction)
            let lease = request.join?.leaseExpiresAt
            do {
                let events = try change(&request, now)
                try self.record(events, transaction)
                if events.isEmpty, request.join?.leaseExpiresAt != lease { try transaction.renewLease(of: request) }
            } catch is InvalidTransition {
                throw Self.refusal(phrase, request)
            }
            return LinkResult(link: try self.wireLink(request, transaction.snapshot))
        }
    }

    private static func refusal(_ phrase: String, _ request: SessionRequest) -> WireError {
        WireError.invalidTransition(
            "cannot \(phrase) this session request: it is \(request.status.rawValue)", status: request.status.rawValue,
            allowed: RequestPermissions.allowedLinkActions(in: request).map(\.rawValue))
    }
}
