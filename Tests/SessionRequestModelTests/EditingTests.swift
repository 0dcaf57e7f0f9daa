internal import SessionRequestModel
internal import Testing

@Suite struct EditingTests {
    @Test func `an edit of everything is one event`() throws {
        var request = try Sample.request()
        var edit = SessionRequest.Edit()
        edit.recipient = try Recipient(name: "Marta", email: "marta@example.org")
        edit.subject = "Printer"
        edit.comments = "third floor"
        edit.priority = .urgent
        edit.tags = ["printer", "vip"]
        edit.externalReference = try ExternalReference(system: "freshservice", id: "INC-7")
        edit.customFields = ["room": "3.14"]
        edit.expiresAt = Sample.at(60)
        #expect(try request.edited(edit, by: Sample.ana, at: Sample.at(1)).names == ["updated"])
        #expect(request.recipient.name == "Marta")
        #expect(request.subject == "Printer")
        #expect(request.comments == "third floor")
        #expect(request.priority == .urgent)
        #expect(request.tags == ["printer", "vip"])
        #expect(request.externalReference?.id == "INC-7")
        #expect(request.customFields == ["room": "3.14"])
        #expect(request.expiresAt == Sample.at(60))
        #expect(request.revision == 2)
    }

    @Test func `an edit removes what it sets to nil and leaves what it does not name`() throws {
        var request = try Sample.request()
        var edit = SessionRequest.Edit()
        edit.comments = "first"
        edit.subject = "Printer"
        _ = try request.edited(edit, by: Sample.ana, at: Sample.at(1))
        var removal = SessionRequest.Edit()
        removal.comments = .some(nil)
        _ = try request.edited(removal, by: Sample.ana, at: Sample.at(2))
        #expect(request.comments == nil)
        #expect(request.subject == "Printer")
    }

    @Test func `an edit that changes nothing is no event`() throws {
        var request = try Sample.request()
        let before = request
        var edit = SessionRequest.Edit()
        edit.priority = .normal
        edit.expiresAt = request.expiresAt
        #expect(try request.edited(edit, by: Sample.ana, at: Sample.at(1)).isEmpty)
        #expect(request == before)
    }

    @Test func `a refused edit changes nothing`() throws {
        var request = try Sample.request()
        let before = request
        var edit = SessionRequest.Edit()
        edit.priority = .high
        edit.tags = ["a", "b", "a"]
        #expect(throws: Violation("must not repeat a tag", at: "/tags/2")) {
            try request.edited(edit, by: Sample.ana, at: Sample.at(1))
        }
        edit.tags = nil
        edit.expiresAt = Sample.at(1)
        #expect(throws: Violation("must be in the future", at: "/expiresAt")) {
            try request.edited(edit, by: Sample.ana, at: Sample.at(1))
        }
        #expect(request == before)
    }

    @Test func `assigning is an event only when it changes something`() throws {
        var request = try Sample.request()
        #expect(request.assigned(to: nil, by: Sample.ana, at: Sample.at(1)).isEmpty)
        #expect(request.assigned(to: .agent("ana"), by: Sample.ana, at: Sample.at(2)).names == ["assigned"])
        #expect(request.assigned(to: .agent("ana"), by: Sample.ana, at: Sample.at(3)).isEmpty)
        #expect(request.assigned(to: nil, by: Sample.ana, at: Sample.at(4)).names == ["assigned"])
        #expect(request.assignee == nil)
    }

    @Test func `comments add up, one under the other`() throws {
        var request = try Sample.request()
        #expect(try request.commented("one", by: Sample.ana, at: Sample.at(1)).names == ["commented"])
        _ = try request.commented("two", by: Sample.ben, at: Sample.at(2))
        #expect(request.comments == "one\ntwo")
        #expect(throws: Violation("must not be empty", at: "/text")) {
            try request.commented("", by: Sample.ana, at: Sample.at(3))
        }
    }

    @Test func `comments end at their limit, all together`() throws {
        var request = try Sample.request()
        _ = try request.commented("x", by: Sample.ana, at: Sample.at(1))
        let rest = String(repeating: "y", count: Limits.comments - 2)
        var other = request
        #expect(throws: Violation.self) { try other.commented(rest + "y", by: Sample.ana, at: Sample.at(2)) }
        #expect(other == request)
        _ = try request.commented(rest, by: Sample.ana, at: Sample.at(2))
        #expect(request.comments?.unicodeScalars.count == Limits.comments)
    }

    @Test func `a disconnect says its note in its own event`() throws {
        var request = try Sample.request(in: .connected)
        _ = try request.commented("one", by: Sample.ana, at: Sample.at(1))
        let comments = try request.comments(adding: "two")
        let events = try request.disconnected(comments: comments, by: Sample.ana, at: Sample.at(2))
        #expect(events.names == ["disconnected"])
        #expect(request.comments == "one\ntwo")
        #expect(throws: Violation.self) { try request.comments(adding: String(repeating: "x", count: 4090)) }
    }

    @Test func `a new link is a new generation with the first code`() throws {
        var request = try Sample.request()
        #expect(request.linkRotated(codeAttempt: 3, by: Sample.ana, at: Sample.at(1)).names == ["linkRotated"])
        #expect(request.linkGeneration == 2)
        #expect(request.codeAttempt == 3)
        _ = request.linkRotated(by: Sample.ana, at: Sample.at(2))
        #expect(request.linkGeneration == 3)
        #expect(request.codeAttempt == 0)
    }

    @Test func `an invitation is queued for the ways asked for`() throws {
        var request = try Sample.request()
        #expect(request.queueInvitation(email: false, sms: false, by: Sample.ana, at: Sample.at(1)).isEmpty)
        #expect(
            request.queueInvitation(email: true, sms: false, by: Sample.ana, at: Sample.at(1)).names
                == ["invitationQueued"])
        #expect(request.invitation.email == Delivery(state: .queued, at: Sample.at(1)))
        #expect(request.invitation.sms == .notRequested)
    }

    @Test func `feedback and a fetch of the page are the recipient's`() throws {
        var request = try Sample.request(in: .closed)
        let feedback = try Feedback(rating: 5, comment: "quick", at: Sample.at(2))
        let events = request.linkPrefetched(at: Sample.at(1)) + request.feedbackGiven(feedback, at: Sample.at(2))
        #expect(events.names == ["linkPrefetched", "feedbackGiven"])
        #expect(events.allSatisfy { $0.actor == .recipient })
        #expect(request.feedback == feedback)
    }
}
