internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("What is absent, on the wire")
struct GoldenTests {
    private static let at = "2026-11-23T09:30:00.000Z"

    private static let least = WireSessionRequest(
        id: nil, revision: 1, status: "open", statusSince: at, recipient: WireRecipient(name: "Maria"),
        createdBy: WireActor(kind: "user", uid: 0), createdAt: at, updatedAt: at, expiresAt: at,
        invitation: WireInvitation(
            email: WireDelivery(state: "notRequested", attempts: 0),
            sms: WireDelivery(state: "queued", at: at, attempts: 0)),
        priority: "normal")

    @Test("An agent's view says null for what is absent, and leaves out nested members and actions")
    func least() {
        let at = #""2026-11-23T09:30:00.000Z""#
        #expect(
            text(of: Self.least)
                == #"{"id":null,"revision":1,"status":"open","statusSince":\#(at),"subject":null,"#
                + #""recipient":{"name":"Maria"},"comments":null,"assignee":null,"createdBy":{"kind":"user","uid":0},"#
                + #""createdAt":\#(at),"updatedAt":\#(at),"schedule":null,"expiresAt":\#(at),"link":null,"code":null,"#
                + #""invitation":{"email":{"state":"notRequested","attempts":0},"#
                + #""sms":{"state":"queued","at":\#(at),"attempts":0}},"#
                + #""join":null,"connection":null,"closed":null,"feedback":null,"denials":0,"queuePosition":null,"#
                + #""priority":"normal","tags":[],"externalReference":null,"customFields":{}}"#)
    }

    @Test("An agent's view that is all but empty reads back equal, a viewer's as redacted")
    func readsBack() throws {
        #expect(try WireSessionRequest(from: node(text(of: Self.least))) == Self.least)
        var viewed = Self.least
        viewed.redacted = true
        #expect(try WireSessionRequest(from: node(text(of: viewed))) == viewed)
    }

    @Test("Custom fields are written in the order of their names")
    func customFields() {
        var request = Self.least
        request.customFields = ["b": "2", "a": "1", "c": "3"]
        #expect(text(of: request).contains(#""customFields":{"a":"1","b":"2","c":"3"}"#))
    }

    @Test("An event about a queue has null for the request and an object for the changes")
    func queueEvent() {
        let event = WireEvent(cursor: "e.1", type: "queue.deleted", at: Self.at, actor: WireActor(kind: "clock"))
        #expect(
            text(of: event)
                == #"{"cursor":"e.1","type":"queue.deleted","at":"2026-11-23T09:30:00.000Z","#
                + #""actor":{"kind":"clock"},"sessionRequest":null,"changes":{}}"#)
    }

    @Test("A queue and a launch say null for what they have not")
    func nulls() throws {
        #expect(text(of: WireLaunch(argv: ["ssh"])) == #"{"argv":["ssh"],"uri":null}"#)
        let members = WireQueueMembers(users: [])
        let queue = WireQueue(
            id: "q", name: "Q", description: "", members: members, publicPage: false, strategy: "manual",
            createdAt: Self.at, updatedAt: Self.at, revision: 1)
        let written = text(of: queue)
        for name in ["defaultExpirySeconds", "defaultLanguage", "fallback"] {
            #expect(written.contains("\"\(name)\":null"))
        }
        #expect(try WireQueue(from: node(written)) == queue)
    }

    @Test("An empty page ends with null")
    func lastPage() {
        #expect(
            text(of: SessionRequestMethods.List.Result(sessionRequests: []))
                == #"{"sessionRequests":[],"nextPage":null}"#)
        #expect(text(of: QueueMethods.Next.Result()) == #"{"sessionRequest":null}"#)
    }

    @Test("An event written once and framed for a subscription is the notification, byte for byte")
    func framing() throws {
        let event = try WireEvent(from: node(Samples.event))
        var framed = EventsNotifications.Event.lineStart(subscription: "s\"1")
        framed += text(of: event).utf8.dropFirst()
        framed += EventsNotifications.Event.lineEnd
        var writer = JSONWriter()
        Reply.notification(
            method: EventsNotifications.event, params: EventsNotifications.Event(subscription: "s\"1", event: event),
            to: &writer)
        writer.newline()
        #expect(String(decoding: framed, as: UTF8.self) == String(decoding: writer.bytes, as: UTF8.self))
    }

    @Test(
        "Notifications of the stream and of links are written as they were read",
        arguments: [
            #"{"subscription":"s1","cursor":"e.2"}"#,
            #"{"subscription":"s1","reason":"shutdown","resume":"e.2","retryAfter":1.5}"#,
            #"{"subscription":"s1","link":\#(Samples.link)}"#,
            #"{"subscription":"s1","link":\#(Samples.link),"replaced":true}"#,
        ])
    func notifications(_ json: String) throws {
        let node = try node(json)
        let written =
            if node["link"] != nil { text(of: try LinkNotifications.Changed(from: node)) } else if node["reason"] != nil
            {
                text(of: try EventsNotifications.Closed(from: node))
            } else { text(of: try EventsNotifications.Sync(from: node)) }
        #expect(written == json)
    }
}
