internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct InviteCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Send the link to the person, again or for the first time.",
        discussion: """
            With --preview nothing is sent: what would be is shown, in the person's language and with the texts and \
            templates of this machine.

              session-request invite 42 --email
              session-request invite 42 --preview
            """)

    @OptionGroup var change: ChangeArguments
    @Flag(help: "By mail.") var email = false
    @Flag(help: "By text message.") var sms = false
    @Flag(help: "Only show what would be sent.") var preview = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if !email, !sms, !preview { throw ValidationError("Give --email, --sms or both, or --preview.") }
    }

    func run(with console: Console) async throws {
        if preview { return try await show(console) }
        let params = SessionRequestMethods.ResendInvitation.Params(
            id: change.id, email: email ? true : nil, sms: sms ? true : nil, ifRevision: change.ifRevision)
        let (connection, peer) = try await console.connect()
        let answer: Console.Answer<SessionRequestMethods.ResendInvitation>
        do throws(Failure) {
            answer = try await console.call(SessionRequestMethods.ResendInvitation.self, params, on: connection)
        } catch { throw advised(error) }
        let advice = await SendingAdvice.about(answer.result.sessionRequest, peer: peer, on: connection)
        guard console.isForPeople else {
            if let request = answer.node["sessionRequest"] { console.print(json: request) }
            return
        }
        let ways = [email ? "email" : nil, sms ? "SMS" : nil].compactMap { $0 }.joined(separator: " and ")
        let what = advice.isByHand ? "has its invitation by \(ways) queued" : "has its invitation by \(ways) on the way"
        let screen = console.screen(user: peer.user)
        console.show(ChangedView.lines(answer.result.sessionRequest, what, on: screen) + advice.lines(on: screen))
    }

    /// Where the person cannot be reached by a way: how to say by what they can.
    private func advised(_ failure: Failure) -> Failure {
        guard let refusal = failure.refusal, refusal.reason == .invalidParams else { return failure }
        let what = ["/email": "--email ADDRESS", "/sms": "--phone NUMBER"][refusal.data.path ?? ""]
        guard let what else { return failure }
        var failure = failure
        failure.hint =
            "'session-request update \(change.id) \(what)' says where; 'session-request link' gives the link."
        return failure
    }

    private func show(_ console: Console) async throws {
        let (connection, peer) = try await console.connect()
        let answer = try await console.call(
            SessionRequestMethods.Get.self, RequestParams(id: change.id), on: connection)
        guard answer.result.sessionRequest.link != nil else {
            throw Failure(
                .refused, "cannot show the invitation: this socket does not give links",
                hint: "Use the agents' socket, not that of viewers.")
        }
        let occasion = await LetterOccasion.of(answer.result.sessionRequest, peer: peer, on: connection)
        let letter = try await CourierProgram.letter(for: occasion, isSilent: false)
        if console.isForPeople {
            // Asked for one way, only that way is shown.
            let (mail, message) = email == sms ? (true, sms) : (email, sms)
            console.show(LetterView.lines(letter, showingMail: mail, showingMessage: message, on: console.screen()))
        } else {
            console.print(json: letter.node)
        }
    }
}
