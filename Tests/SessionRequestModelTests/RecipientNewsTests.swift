internal import SessionRequestModel
internal import Testing

@Suite("What an event means to the recipient")
struct RecipientNewsTests {
    static func request(reached: Bool = true, scheduled: Bool = true) throws -> SessionRequest {
        var draft = SessionRequestDraft(
            recipient: try Recipient(name: "Maria", email: "maria@example.org", phone: "+351 1"),
            defaultLifetimeSeconds: Sample.lifetime)
        draft.invitesByEmail = true
        draft.invitesBySMS = true
        draft.reminderMinutes = [60, 10]
        if scheduled { draft.schedule = try Schedule(startsAt: Sample.at(7200)) }
        var (request, _) = try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
        if reached {
            for kind in DeliveryKind.toRecipient {
                _ = request.invitationSent(kind, attempts: 1, awaitsAnother: false, at: Sample.at(1))
            }
        }
        return request
    }

    private func news(_ events: [Event], _ kind: DeliveryKind = .email) -> [RecipientNews] {
        events.compactMap { RecipientNews($0, by: kind) }
    }

    @Test("A request that is made with an invitation by one way is news for that way alone")
    func created() throws {
        var draft = SessionRequestDraft(
            recipient: try Recipient(name: "Maria", email: "maria@example.org", phone: "+351 1"),
            defaultLifetimeSeconds: Sample.lifetime)
        #expect(news(try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start).1).isEmpty)
        draft.invitesByEmail = true
        let (_, events) = try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
        #expect(news(events) == [.invited] && news(events, .sms).isEmpty)
    }

    @Test("Asking for an invitation by one way is news for that way alone")
    func asked() throws {
        var request = try Self.request()
        let events = request.queueInvitation(email: true, sms: false, by: Sample.ana, at: Sample.at(2))
        #expect(news(events) == [.invited] && news(events, .sms).isEmpty)
        #expect(request.invitation.email.state == .queued && request.invitation.sms.state == .sent)
    }

    @Test("An address that is corrected is invited, one that is taken away is not, and a name is no news")
    func readdressed() throws {
        var request = try Self.request()
        var edit = SessionRequest.Edit()
        edit.recipient = try Recipient(name: "Maria", email: "new@example.org")
        let events = try request.edited(edit, by: Sample.ana, at: Sample.at(2))
        #expect(news(events) == [.readdressed] && news(events, .sms) == [.unaddressed])
        #expect(request.invitation.email == Delivery(state: .queued, at: Sample.at(2)))
        #expect(request.invitation.sms == .notRequested)
        edit.recipient = try Recipient(name: "M. Silva", email: "new@example.org")
        #expect(news(try request.edited(edit, by: Sample.ana, at: Sample.at(3))).isEmpty)
    }

    @Test("An address of one who was never invited is no news")
    func uninvited() throws {
        var request = try Sample.request()
        var edit = SessionRequest.Edit()
        edit.recipient = try Recipient(name: "Maria", email: "new@example.org")
        #expect(news(try request.edited(edit, by: Sample.ana, at: Sample.at(2))).isEmpty)
        #expect(request.invitation == .notRequested)
    }

    @Test("A new link is queued for who has had the old one, and leaves the others as they are")
    func rotated() throws {
        var request = try Self.request()
        #expect(news(request.linkRotated(by: Sample.ana, at: Sample.at(2))) == [.linkRenewed])
        #expect(request.invitation.email.state == .queued && request.invitation.email.reachedAt == Sample.at(1))
        var other = try Self.request(reached: false)
        let before = other.invitation
        #expect(news(other.linkRotated(by: Sample.ana, at: Sample.at(2))) == [.linkRenewed])
        #expect(other.invitation == before)
    }

    @Test("A time that is moved or taken back is news, an expiry that is moved is not")
    func rescheduled() throws {
        var request = try Self.request()
        let moved = try Schedule(startsAt: Sample.at(9000))
        #expect(
            news(try request.rescheduled(to: moved, expiresAt: nil, by: Sample.ana, at: Sample.at(2))) == [.rescheduled]
        )
        #expect(
            news(try request.rescheduled(to: moved, expiresAt: Sample.at(9999), by: Sample.ana, at: Sample.at(3)))
                .isEmpty)
        #expect(
            news(try request.rescheduled(to: nil, expiresAt: nil, by: Sample.ana, at: Sample.at(4))) == [.rescheduled])
        #expect(request.calendarSequence == 2)
    }

    @Test(
        "The end means a cancellation before the recipient has joined, and thanks by mail afterwards",
        arguments: [
            (Sample.ana, false, RecipientNews.canceled, RecipientNews.canceled),
            (Actor.recipient, false, .canceled, .canceled), (Sample.ana, true, .closed, .withdrawn),
            (Actor.service, false, .closed, .withdrawn),
        ])
    func ended(_ actor: Actor, _ joins: Bool, _ email: RecipientNews, _ sms: RecipientNews) throws {
        var request = try Self.request()
        if joins {
            _ = try request.granted(Sample.join(), by: .recipient, at: Sample.at(2))
            _ = try request.revoked(by: .recipient, at: Sample.at(3))
        }
        let events = try request.closed(reason: .other, note: nil, by: actor, at: Sample.at(4))
        #expect(news(events) == [email] && news(events, .sms) == [sms])
        #expect(request.invitation.email.state == .sent)
    }

    @Test("What was queued when it ended is no longer asked for", arguments: [true, false])
    func withdrawn(_ expires: Bool) throws {
        var request = try Self.request(reached: false)
        let events =
            expires
            ? request.timePassed(to: request.expiresAt)
            : try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(2))
        #expect(news(events).last == (expires ? .withdrawn : .canceled))
        #expect(request.invitation == .notRequested && request.nextReminder == nil && request.reminders.isEmpty)
    }

    @Test(
        "Who knows that it was over is told that it goes on, with the same link or a new one",
        arguments: [
            (true, false, RecipientNews.invited), (true, true, .resumed), (false, false, .linkRenewed),
            (false, true, .linkRenewed),
        ])
    func reopened(_ keepsLink: Bool, _ isUnaware: Bool, _ expected: RecipientNews) throws {
        var request = try Self.request()
        _ = try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(2))
        let events = try request.reopened(
            keepLink: keepsLink, expiresAt: Sample.at(9000), unaware: isUnaware ? [.email] : [], reminderMinutes: [10],
            by: Sample.ana, at: Sample.at(3))
        #expect(news(events) == [expected])
        #expect(request.invitation.email.state == (expected == .resumed ? .sent : .queued))
        #expect(request.reminders == [Sample.at(6600)] && request.calendarSequence == 2)
    }

    @Test("The first event of a request, and one that is about something else, mean nothing")
    func silent() throws {
        var request = try Self.request()
        #expect(
            news([
                Event(
                    type: .created, at: Sample.start, actor: Sample.ana, subject: .sessionRequest(request, before: nil))
            ]).isEmpty)
        #expect(news(try request.opened(by: .recipient, at: Sample.at(2))).isEmpty)
        #expect(news(request.assigned(to: .agent("ben"), by: Sample.ana, at: Sample.at(2))).isEmpty)
    }
}
