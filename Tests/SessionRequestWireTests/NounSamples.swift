internal import JSONRPC
internal import SessionRequestWire
internal import Testing

/// A type, one value of it with every member, and where the schema describes it.
struct NounSample: Sendable, CustomTestStringConvertible {
    var component: String
    var json: String
    /// Reads and writes again.
    var roundTrip: @Sendable (JSONNode) throws -> String

    init<Noun: JSONDecodable & JSONEncodable & Sendable>(_ type: Noun.Type, _ component: String, _ json: String) {
        self.component = component
        self.json = json
        roundTrip = { node in text(of: try Noun(from: node)) }
    }

    var testDescription: String { component }

    static let all: [NounSample] = [
        NounSample(WireRecipient.self, "Recipient", Samples.recipient),
        NounSample(WireActor.self, "Actor", Samples.actor),
        NounSample(WireAssignee.self, "Assignee", Samples.assignee),
        NounSample(WireSchedule.self, "Schedule", Samples.schedule),
        NounSample(WireDelivery.self, "Delivery", Samples.delivery),
        NounSample(WireDeliveryWays.self, "DeliveryWays", Samples.deliveryWays),
        NounSample(WireDueDelivery.self, "DueDelivery", Samples.dueDelivery),
        NounSample(WireInvitation.self, "Invitation", Samples.invitation),
        NounSample(WireInvitationChoice.self, "SendInvitation", #"{"email":true,"sms":false}"#),
        NounSample(WireJoinClient.self, "RemoteClient", Samples.joinClient),
        NounSample(WireTarget.self, "Target", Samples.target),
        NounSample(WireJoin.self, "Join", Samples.join),
        NounSample(WireJoinOffer.self, "JoinInput", Samples.joinOffer),
        NounSample(WireConnection.self, "Connection", Samples.connection),
        NounSample(WireClosure.self, "Closed", Samples.closure),
        NounSample(WireFeedback.self, "Feedback", Samples.feedback),
        NounSample(WireExternalReference.self, "ExternalReference", Samples.reference),
        NounSample(WireSessionRequest.self, "SessionRequest", Samples.sessionRequest),
        NounSample(WireQueue.self, "Queue", Samples.queue),
        NounSample(WireQueueMembers.self, "QueueMembers", #"{"users":["ana"],"groups":["support"]}"#),
        NounSample(WireClient.self, "ClientPresence", Samples.client),
        NounSample(WireAgentPresence.self, "AgentPresence", Samples.agent),
        NounSample(WireJoinMethod.self, "JoinMethod", Samples.joinMethod),
        NounSample(WireLink.self, "Link", Samples.link),
        NounSample(WireLaunch.self, "Launch", #"{"argv":["anydesk","123456789"],"uri":"anydesk:123456789"}"#),
        NounSample(WireFilter.self, "Filter", Samples.filter),
        NounSample(WireEventFilter.self, "EventFilter", Samples.eventFilter),
        NounSample(WireEvent.self, "Event", Samples.event),
        NounSample(WireAPIVersion.self, "ProtocolVersion", #"{"major":1,"minor":0}"#),
        NounSample(WirePeer.self, "Peer", #"{"uid":0,"user":"root","roles":["admin"]}"#),
        NounSample(WireHealthCheck.self, "HealthCheck", #"{"name":"store","status":"ok","message":"fine"}"#),
        NounSample(
            WireOperation.self, "Operation", #"{"method":"sessionRequest.claim","params":{"id":1}}"#),
    ]
}

/// What a value is written as.
func text(of value: some JSONEncodable) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return String(decoding: writer.bytes, as: UTF8.self)
}

/// The root of a text.
func node(_ json: String) throws -> JSONNode { try JSONDocument(json).root }
