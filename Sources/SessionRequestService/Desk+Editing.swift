internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.update`.
    public func update(
        _ params: SessionRequestMethods.Update.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        var edit = SessionRequest.Edit()
        if let recipient = params.recipient { edit.recipient = try self.recipient(recipient) }
        edit.comments = params.comments.change
        edit.subject = params.subject.change
        if let priority = params.priority { edit.priority = try word(priority, at: "/priority") }
        edit.tags = params.tags
        switch params.externalReference {
        case .absent: break
        case .null: edit.externalReference = .some(nil)
        case .value(let reference): edit.externalReference = try self.reference(reference)
        }
        edit.customFields = params.customFields
        try check(edit)
        _ = try expiry(at: params.expiresAt, in: params.expiresIn, now: now)
        let checked = edit
        return changing(params.id, .update, ifRevision: params.ifRevision, by: caller) { request, scene in
            var edit = checked
            edit.expiresAt = try self.expiry(at: params.expiresAt, in: params.expiresIn, now: scene.now)
            return try self.checking(expiresIn: params.expiresIn) { () throws(Violation) in
                try request.edited(edit, by: caller.actor, at: scene.now)
            }
        }
    }

    /// Throws what is wrong with the members of an edit, before anybody looks for the request that they are for.
    private func check(_ edit: SessionRequest.Edit) throws(WireError) {
        try checking { () throws(Violation) in
            var draft = SessionRequestDraft(recipient: try Recipient(name: "nobody"), defaultLifetimeSeconds: 1)
            draft.comments = edit.comments ?? nil
            draft.subject = edit.subject ?? nil
            draft.tags = edit.tags ?? []
            draft.customFields = edit.customFields ?? [:]
            _ = try SessionRequest.created(from: draft, id: 0, by: .service, at: self.now)
        }
    }

    /// `sessionRequest.assign`.
    public func assign(
        _ params: SessionRequestMethods.Assign.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let assignee: Assignee?
        switch params.assignee {
        case .absent:
            throw WireError.invalidParams(
                "cannot assign: assignee is missing; give {type, id}, or null for nobody", path: "/assignee")
        case .null: assignee = nil
        case .value(let wire): assignee = try self.assignee(wire, by: caller)
        }
        return changing(params.id, .assign, ifRevision: params.ifRevision, by: caller) { request, scene in
            try self.checkExists(assignee, scene.transaction.snapshot)
            return request.assigned(to: assignee, by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.claim`.
    public func claim(
        _ params: SessionRequestMethods.Claim.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        changing(params.id, .claim, ifRevision: params.ifRevision, by: caller) { request, scene in
            request.assigned(to: .agent(caller.user), by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.comment`.
    public func comment(
        _ params: SessionRequestMethods.Comment.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        try checking("/text") { () throws(Violation) in
            guard !params.text.isEmpty else { throw Violation("must not be empty") }
            try TextRule.checkText(params.text, atMost: Limits.comments)
        }
        return changing(params.id, .comment, ifRevision: params.ifRevision, by: caller) { request, scene in
            try self.checking { () throws(Violation) in
                try request.commented(params.text, by: caller.actor, at: scene.now)
            }
        }
    }

    /// `sessionRequest.reschedule`.
    public func reschedule(
        _ params: SessionRequestMethods.Reschedule.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let schedule: Schedule?
        switch params.schedule {
        case .absent:
            throw WireError.invalidParams(
                "cannot reschedule: schedule is missing; give {startsAt, ...}, or null for no time", path: "/schedule")
        case .null: schedule = nil
        case .value(let wire): schedule = try self.schedule(wire)
        }
        if let expiresAt = try expiry(at: params.expiresAt, in: params.expiresIn, now: now) {
            try checking(expiresIn: params.expiresIn) { () throws(Violation) in
                try SessionRequest.check(expiresAt: expiresAt, schedule: schedule, now: self.now)
            }
        }
        return changing(params.id, .reschedule, ifRevision: params.ifRevision, by: caller) { request, scene in
            let expiry = try self.expiry(at: params.expiresAt, in: params.expiresIn, now: scene.now)
            return try self.checking(expiresIn: params.expiresIn) { () throws(Violation) in
                try request.rescheduled(
                    to: schedule, expiresAt: expiry, reminderMinutes: self.policy.settings.outbox.reminderMinutes,
                    by: caller.actor, at: scene.now)
            }
        }
    }

    /// `sessionRequest.resendInvitation`. Without a choice, every way that the recipient can be reached by is queued.
    public func resendInvitation(
        _ params: SessionRequestMethods.ResendInvitation.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let chooses = params.email != nil || params.sms != nil
        guard !chooses || params.email == true || params.sms == true else {
            throw WireError.invalidParams("cannot send no invitation: give email or sms", path: "/email")
        }
        return changing(params.id, .resendInvitation, ifRevision: params.ifRevision, by: caller) { request, scene in
            let email = chooses ? params.email ?? false : request.recipient.email != nil
            let sms = chooses ? params.sms ?? false : request.recipient.phone != nil
            if email, request.recipient.email == nil {
                throw WireError.invalidParams(
                    "cannot send mail: the recipient has no address; update recipient.email first", path: "/email")
            }
            if sms, request.recipient.phone == nil {
                throw WireError.invalidParams(
                    "cannot send a text message: the recipient has no number; update recipient.phone first",
                    path: "/sms")
            }
            guard email || sms else {
                throw WireError.invalidParams(
                    "cannot send an invitation: the recipient has neither an address nor a number; "
                        + "update recipient, or send the link yourself", path: "/email")
            }
            return request.queueInvitation(
                email: email, sms: sms, reminderMinutes: self.policy.settings.outbox.reminderMinutes,
                by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.rotateLink`.
    public func rotateLink(
        _ params: SessionRequestMethods.RotateLink.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        changing(params.id, .rotateLink, ifRevision: params.ifRevision, by: caller) { request, scene in
            let attempt = try self.freeCodeAttempt(
                id: request.id, generation: request.linkGeneration + 1, scene.transaction.snapshot)
            return request.linkRotated(codeAttempt: attempt, by: caller.actor, at: scene.now)
        }
    }
}
