package import SessionRequestWire

/// One session request with everything that is known of it.
package enum RequestSheet {
    /// The lines.
    package static func lines(_ request: WireSessionRequest, on screen: Screen) -> [String] {
        var sheet = Sheet(on: screen)
        sheet.add(
            "status", "\(request.status) since \(screen.full(request.statusSince))", Paint.ink(ofStatus: request.status)
        )
        sheet.add("subject", request.subject)
        addPeople(request, to: &sheet, on: screen)
        addTimes(request, to: &sheet, on: screen)
        sheet.add("link", request.link)
        sheet.add("code", request.code.map(WireTexts.spaced(code:)), .bold)
        sheet.add("invitation", invitation(request.invitation, on: screen))
        addSession(request, to: &sheet, on: screen)
        if request.priority != "normal" {
            sheet.add("priority", request.priority, Paint.ink(ofPriority: request.priority))
        }
        sheet.add("tags", request.tags.joined(separator: ", "))
        sheet.add("reference", request.externalReference.map(Words.reference))
        for (name, value) in request.customFields.sorted(by: { $0.key < $1.key }) {
            sheet.add(SafeText.line(name), value)
        }
        sheet.add("comments", request.comments)
        sheet.add("revision", "\(request.revision), changed \(screen.words(request.updatedAt))")
        sheet.add("you may", request.allowedActions?.map(VerbTable.verb(ofAction:)).joined(separator: ", "))
        return [title(request, on: screen)] + sheet.lines
    }

    /// "Session request 42 for Maria Keller".
    package static func title(_ request: WireSessionRequest, on screen: Screen) -> String {
        let number = request.id.map { "Session request \($0)" } ?? "A session request (dry run: nothing was made)"
        return screen.paint(.bold, SafeText.line("\(number) for \(request.recipient.name)"))
    }

    private static func addPeople(_ request: WireSessionRequest, to sheet: inout Sheet, on screen: Screen) {
        let recipient = request.recipient
        let contact = [recipient.email, recipient.phone, recipient.language].compactMap { $0 }
        sheet.add("recipient", recipient.name + (contact.isEmpty ? "" : " (\(contact.joined(separator: ", ")))"))
        let assignee = Words.assignee(request.assignee, user: screen.user)
        let place = request.queuePosition.map { ", number \($0) in line" } ?? ""
        sheet.add("assignee", assignee.isEmpty ? "nobody" : assignee + place)
    }

    private static func addTimes(_ request: WireSessionRequest, to sheet: inout Sheet, on screen: Screen) {
        sheet.add("created", "\(screen.full(request.createdAt)) by \(Words.actor(request.createdBy))")
        if let schedule = request.schedule {
            let text = Words.schedule(schedule, on: screen)
            sheet.add("scheduled", text + (schedule.timeZone.map { ", told in \($0)" } ?? ""))
        }
        if request.closed == nil {
            sheet.add(request.status == "expired" ? "expired" : "expires", screen.full(request.expiresAt))
        }
    }

    private static func addSession(_ request: WireSessionRequest, to sheet: inout Sheet, on screen: Screen) {
        if let join = request.join {
            var text = join.target.map(Words.target) ?? join.method
            if let client = join.client {
                let parts = [client.name, client.version, client.platform].compactMap { $0 }
                text += " (\(parts.joined(separator: " ")))"
            }
            sheet.add("access", "\(text), allowed \(screen.words(join.grantedAt))")
            sheet.add("permissions", join.permissions.joined(separator: ", "))
        }
        if let connection = request.connection {
            let lease = connection.leased ? ", as long as its program runs" : ""
            sheet.add("connected", "\(Words.actor(connection.agent)) since \(screen.full(connection.since))\(lease)")
        }
        if request.denials > 0 { sheet.add("denials", "\(request.denials)") }
        if let closed = request.closed {
            sheet.add(
                "closed", "\(screen.full(closed.at)) by \(Words.actor(closed.by)): \(Words.spaced(closed.reason))")
            sheet.add("note", closed.note)
        }
        if let feedback = request.feedback {
            sheet.add("feedback", "\(feedback.rating) of 5" + (feedback.comment.map { ": \($0)" } ?? ""))
        }
    }

    private static func invitation(_ invitation: WireInvitation, on screen: Screen) -> String? {
        let email = Words.delivery(invitation.email, on: screen).map { "email \($0)" }
        let sms = Words.delivery(invitation.sms, on: screen).map { "SMS \($0)" }
        let texts = [email, sms].compactMap { $0 }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
}
