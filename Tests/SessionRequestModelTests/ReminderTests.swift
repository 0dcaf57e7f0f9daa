internal import SessionRequestModel
internal import Testing

@Suite("Reminders")
struct ReminderTests {
    @Test("They come at their times, earliest first, and are what the clock waits for")
    func due() throws {
        var request = try RecipientNewsTests.request()
        #expect(request.reminders == [Sample.at(3600), Sample.at(6600)])
        #expect(request.nextDeadline == Sample.at(3600))
        #expect(request.timePassed(to: Sample.at(3599)).isEmpty)
        let first = request.timePassed(to: Sample.at(3600))
        #expect(first.map(\.type) == [.reminded] && first.map(\.at) == [Sample.at(3600)])
        #expect(first.map(\.actor) == [.clock] && request.nextDeadline == Sample.at(6600))
        // As after a night in which nothing ran.
        let rest = request.timePassed(to: Sample.at(90_000))
        #expect(rest.map(\.type) == [.reminded] && rest.map(\.at) == [Sample.at(6600)])
        #expect(request.nextReminder == nil && request.nextDeadline == request.expiresAt)
    }

    @Test("Only what lies ahead is planned")
    func late() throws {
        var draft = try Sample.draft()
        draft.recipient = try Recipient(name: "Maria", email: "maria@example.org")
        draft.schedule = try Schedule(startsAt: Sample.at(1800))
        draft.invitesByEmail = true
        draft.reminderMinutes = [60, 10]
        let (request, _) = try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
        #expect(request.reminders == [Sample.at(1200)])
    }

    @Test("Nobody is reminded who was not invited, whose address is gone, or who is connected")
    func nobody() throws {
        var draft = try Sample.draft()
        draft.schedule = try Schedule(startsAt: Sample.at(7200))
        draft.reminderMinutes = [60]
        let (uninvited, _) = try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
        #expect(uninvited.nextReminder == nil && uninvited.nextDeadline == uninvited.expiresAt)
        var gone = try RecipientNewsTests.request()
        var edit = SessionRequest.Edit()
        edit.recipient = try Recipient(name: "Maria")
        _ = try gone.edited(edit, by: Sample.ana, at: Sample.at(2))
        #expect(gone.nextReminder == nil && gone.timePassed(to: Sample.at(5000)).isEmpty)
        var connected = try RecipientNewsTests.request()
        _ = try connected.granted(Sample.join(), by: .recipient, at: Sample.at(2))
        _ = try connected.connected(claimedBy: "ana", leased: false, by: Sample.ana, at: Sample.at(3))
        #expect(connected.nextReminder == nil && connected.timePassed(to: Sample.at(5000)).isEmpty)
    }

    @Test("Moving the session moves them, and who is invited later is reminded of what then lies ahead")
    func moved() throws {
        var request = try RecipientNewsTests.request()
        let later = try Schedule(startsAt: Sample.at(10_800))
        _ = try request.rescheduled(
            to: later, expiresAt: nil, reminderMinutes: [60], by: Sample.ana, at: Sample.at(5000))
        #expect(request.reminders == [Sample.at(7200)])
        _ = try request.rescheduled(to: nil, expiresAt: nil, reminderMinutes: [60], by: Sample.ana, at: Sample.at(5001))
        #expect(request.reminders.isEmpty)
    }

    @Test("They stand in line with the end of a lease, and an expiry before them ends them")
    func order() throws {
        var request = try RecipientNewsTests.request()
        _ = try request.granted(Sample.join(lease: Sample.at(4000)), by: .recipient, at: Sample.at(2))
        #expect(request.timePassed(to: Sample.at(7000)).names == ["reminded", "revoked", "reminded"])
        var short = try RecipientNewsTests.request()
        _ = try short.rescheduled(
            to: Schedule(startsAt: Sample.at(7200)), expiresAt: Sample.at(7300), reminderMinutes: [60], by: Sample.ana,
            at: Sample.at(2))
        #expect(short.timePassed(to: Sample.at(7300)).names == ["reminded", "reminded", "expired"])
    }
}

@Suite("The calendar entry of a piece of mail")
struct CalendarPartTests {
    @Test(
        "It asks while the session is to be, and takes it out when it is not",
        arguments: [
            (DeliveryPurpose.invitation, CalendarPart.Method?.some(.request)), (.linkRenewed, .request),
            (.rescheduled, .request), (.reminder, .request), (.canceled, .cancel),
        ])
    func methods(_ purpose: DeliveryPurpose, _ method: CalendarPart.Method?) throws {
        #expect(CalendarPart(of: try RecipientNewsTests.request(), purpose)?.method == method)
        #expect(CalendarPart(of: try RecipientNewsTests.request(scheduled: false), purpose) == nil)
    }

    @Test("What has taken place stays, what was done before its time goes", arguments: [(100, true), (8000, false)])
    func closed(_ seconds: Int64, _ cancels: Bool) throws {
        var request = try RecipientNewsTests.request()
        _ = try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(seconds))
        let part = CalendarPart(of: request, .closed)
        #expect(part?.method == (cancels ? .cancel : nil) && part?.sequence == (cancels ? 1 : nil))
    }

    @Test("A time that was taken back is taken out, with a higher number")
    func takenBack() throws {
        var request = try RecipientNewsTests.request()
        _ = try request.rescheduled(to: nil, expiresAt: nil, by: Sample.ana, at: Sample.at(2))
        let part = CalendarPart(of: request, .rescheduled)
        #expect(part?.method == .cancel && part?.sequence == 1)
        // Whatever is said next says it as well: the mail about it may not have gone out.
        _ = try request.closed(reason: .canceled, note: nil, by: Sample.ana, at: Sample.at(3))
        for purpose in [DeliveryPurpose.invitation, .linkRenewed, .canceled, .closed] {
            let part = CalendarPart(of: request, purpose)
            #expect(part?.method == .cancel && part?.sequence == 1, "\(purpose)")
        }
    }

    @Test("Who was never reached, or has a new time, has nothing taken out")
    func notTakenBack() throws {
        var request = try RecipientNewsTests.request(reached: false)
        _ = try request.rescheduled(to: nil, expiresAt: nil, by: Sample.ana, at: Sample.at(2))
        #expect(CalendarPart(of: request, .invitation) == nil)
        let again = try Schedule(startsAt: Sample.at(9000))
        _ = try request.rescheduled(to: again, expiresAt: nil, by: Sample.ana, at: Sample.at(3))
        #expect(CalendarPart(of: request, .invitation)?.method == .request)
    }

    @Test("What took place stays when it is taken up again without a time")
    func reopened() throws {
        var request = try RecipientNewsTests.request()
        _ = try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(8000))
        _ = try request.reopened(keepLink: false, expiresAt: Sample.at(9999), by: Sample.ana, at: Sample.at(9000))
        #expect(request.schedule == nil && CalendarPart(of: request, .linkRenewed) == nil)
    }
}
