internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

/// What the courier is asked to write about: an invitation, with what the desk knows of it.
struct LetterOccasion: JSONEncodable {
    let request: WireSessionRequest
    let agentName: String?
    let organization: String?
    let language: String?

    /// What the desk would hand to the courier. What it does not say is left to the courier.
    static func of(_ request: WireSessionRequest, peer: WirePeer, on connection: Connection) async -> LetterOccasion {
        var agent: String? = request.createdBy.user
        if let assignee = request.assignee, assignee.type == "agent" { agent = assignee.id }
        agent = request.connection?.agent.user ?? agent
        var language = request.recipient.language
        if language == nil, let assignee = request.assignee, assignee.type == "queue" {
            let queue = try? await connection.call(
                QueueMethods.Get.self, QueueMethods.Get.Params(id: assignee.id), deadline: .seconds(Console.patience))
            language = queue?.queue.defaultLanguage
        }
        let info = try? await connection.call(
            method: DaemonMethods.Info.name, params: JSONValue?.none, deadline: .seconds(Console.patience))
        return LetterOccasion(
            request: request, agentName: agent ?? peer.user, organization: info?["organization"]?.string,
            language: language)
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("purpose", "invitation")
        writer.member("organization", ifPresent: organization)
        writer.member("agentName", ifPresent: agentName)
        writer.member("language", ifPresent: language)
        writer.member("sessionRequest", request)
        writer.endObject()
    }
}

/// What the courier wrote.
struct WrittenLetter {
    /// All of it, as it came.
    let node: JSONNode
    let from: String?
    let to: String?
    let subject: String
    let text: String
    let message: String?
    /// A draft for the agent's own mail program, an address of the scheme `mailto`.
    let mailto: String?
    let hasCalendar: Bool

    init(_ node: JSONNode) throws(JSONMismatch) {
        guard let subject = node["subject"]?.string, let text = node["text"]?.string else {
            throw JSONMismatch(pointer: "", message: "must have subject and text")
        }
        self.node = node
        self.subject = subject
        self.text = text
        from = node["from"]?.string
        to = node["to"]?.string
        message = node["sms"]?.string
        mailto = node["mailto"]?.string
        hasCalendar = node["calendar"]?.string != nil
    }
}
