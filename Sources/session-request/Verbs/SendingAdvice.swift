internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

/// What is left for the agent to do where nobody sends what was asked for.
struct SendingAdvice {
    /// Asked for, and configured by nobody: `email`, `SMS`.
    private let unsent: [String]
    private let request: WireSessionRequest
    private let mailto: String?

    /// Whether the agent must send the link.
    var isByHand: Bool { !unsent.isEmpty }

    /// Asks the desk whether somebody sends what the request waits for. When that cannot be told, somebody does.
    static func about(
        _ request: WireSessionRequest, peer: WirePeer, on connection: Connection
    ) async -> SendingAdvice {
        let info = try? await connection.call(
            DaemonMethods.Info.self, NoParams(), deadline: .seconds(Console.patience))
        guard let delivery = info?.delivery, request.id != nil else {
            return SendingAdvice(unsent: [], request: request, mailto: nil)
        }
        let ways = [
            ("email", request.invitation.email, delivery.email), ("SMS", request.invitation.sms, delivery.sms),
        ]
        let unsent = ways.filter { $0.1.state == "queued" && !$0.2 }.map(\.0)
        // A draft is of use to somebody with an address to whom no mail goes out.
        let goesByMail = delivery.email && request.invitation.email.state != "notRequested"
        guard request.recipient.email != nil, !goesByMail, request.link != nil else {
            return SendingAdvice(unsent: unsent, request: request, mailto: nil)
        }
        let occasion = await LetterOccasion.of(request, peer: peer, on: connection)
        let letter = try? await CourierProgram.letter(for: occasion, isSilent: true)
        return SendingAdvice(unsent: unsent, request: request, mailto: letter?.mailto)
    }

    /// The lines; none where there is nothing to do.
    func lines(on screen: Screen, showingLink: Bool = true) -> [String] {
        var lines: [String] = []
        if isByHand {
            lines.append(
                "Nobody sends \(unsent.joined(separator: " or ")) here, for it is not configured: send the link yourself."
            )
            if showingLink {
                var sheet = Sheet(on: screen, indent: 2)
                sheet.add("link", request.link, .cyan)
                sheet.add("code", request.code.map(WireTexts.spaced(code:)), .bold)
                lines += sheet.lines
            }
        }
        if let mailto {
            lines += ["A draft for your own mail program:", "  \(screen.paint(.cyan, SafeText.line(mailto)))"]
        }
        return lines
    }
}
