internal import SessionRequestCourier
internal import SessionRequestText
internal import SessionRequestWire

/// Requests as the desk hands them to the courier.
enum Samples {
    static let link = "https://help.example.com/s/aeaqaaaaaaaaaacmk3xz6j4vq2p7yq5m6t3nq7kzra"

    static func request(
        name: String = "Maria Silva", language: String? = nil, subject: String? = nil, isScheduled: Bool = false
    ) -> WireSessionRequest {
        let by = WireActor(kind: "user", uid: 1000, user: "ana")
        let none = WireDelivery(state: "queued", at: "2026-11-25T10:00:00.000Z", attempts: 0)
        return WireSessionRequest(
            id: 42, revision: 1, status: "open", statusSince: "2026-11-25T10:00:00.000Z", subject: subject,
            recipient: WireRecipient(
                name: name, email: "maria@example.org", phone: "+49 30 1", language: language),
            createdBy: by, createdAt: "2026-11-25T10:00:00.000Z", updatedAt: "2026-11-25T10:00:00.000Z",
            schedule: isScheduled
                ? WireSchedule(startsAt: "2026-11-26T14:30:00.000Z", timeZone: "Europe/Lisbon") : nil,
            expiresAt: "2026-11-27T10:00:00.000Z", link: link, code: "604153928",
            invitation: WireInvitation(email: none, sms: none), priority: "normal")
    }

    static func occasion(
        _ purpose: LetterPurpose = .invitation, _ request: WireSessionRequest,
        organization: String? = "Example Support",
        agent: String? = "ana"
    ) -> Occasion {
        Occasion(purpose: purpose, request: request, organization: organization, agentName: agent)
    }

    static func writer(_ overrides: MailOverrides = MailOverrides()) -> LetterWriter {
        LetterWriter(
            overrides: overrides, sender: CalendarPart.Participant(name: "Help", address: "help@desk.test"))
    }
}
