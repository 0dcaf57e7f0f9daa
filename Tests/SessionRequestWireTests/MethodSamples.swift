internal import JSONRPC
internal import SessionRequestWire
internal import Testing

/// A method, params with every member, and a result with every member.
struct MethodSample: Sendable, CustomTestStringConvertible {
    var type: any RPCMethod.Type
    var params: String
    var result: String

    var testDescription: String { type.name }

    init(_ type: any RPCMethod.Type, _ params: String, _ result: String) {
        self.type = type
        self.params = params
        self.result = result
    }

    static let all: [MethodSample] = sessionRequests + stream + desk + links + delivery + service

    private static let one = #"{"sessionRequest":\#(Samples.sessionRequest)}"#
    private static let oneLink = #"{"link":\#(Samples.link)}"#
    private static let oneQueue = #"{"queue":\#(Samples.queue)}"#
    private static let change = #"{"id":42,"ifRevision":7}"#
    private static let expiry = #""expiresAt":\#(Samples.at),"expiresIn":0.5"#
    private static let who = #""token":"abc""#
    private static let link = #"{\#(who),"source":"203.0.113.7"}"#

    private static let sessionRequests: [MethodSample] = [
        .init(
            SessionRequestMethods.Create.self,
            #"{"recipient":\#(Samples.recipient),"subject":"printer","assignee":\#(Samples.assignee),"comments":"x","#
                + #""sendInvitation":{"email":true,"sms":false},"schedule":\#(Samples.schedule),\#(expiry),"#
                + #""priority":"high","tags":["a"],"externalReference":\#(Samples.reference),"#
                + #""customFields":{"k":"v"},"idempotencyKey":"k1","dryRun":true}"#, one),
        .init(SessionRequestMethods.Get.self, #"{"id":42}"#, one),
        .init(
            SessionRequestMethods.List.self,
            #"{"filter":\#(Samples.filter),"query":"mar","view":"active","sort":"-priority","page":"p2","limit":500}"#,
            #"{"sessionRequests":[\#(Samples.sessionRequest)],"nextPage":"p3"}"#),
        .init(
            SessionRequestMethods.History.self, #"{"id":42,"page":"p2","limit":1}"#,
            #"{"events":[\#(Samples.event)],"nextPage":"p3"}"#),
        .init(
            SessionRequestMethods.Explain.self, #"{"id":42}"#,
            #"{"connectable":false,"reason":"invalid_transition","message":"It is waiting."}"#),
        .init(
            SessionRequestMethods.Update.self,
            #"{"id":42,"ifRevision":7,"recipient":\#(Samples.recipient),"comments":"x","subject":null,"priority":"low","#
                + #""tags":[],"externalReference":\#(Samples.reference),"customFields":{},\#(expiry)}"#, one),
        .init(
            SessionRequestMethods.Assign.self, #"{"id":42,"assignee":\#(Samples.assignee),"ifRevision":7}"#, one),
        .init(SessionRequestMethods.Claim.self, change, one),
        .init(SessionRequestMethods.Comment.self, #"{"id":42,"text":"x","ifRevision":7}"#, one),
        .init(
            SessionRequestMethods.Reschedule.self,
            #"{"id":42,"schedule":\#(Samples.schedule),\#(expiry),"ifRevision":7}"#, one),
        .init(
            SessionRequestMethods.Connect.self, #"{"id":42,"lease":true,"ifRevision":7}"#,
            #"{"sessionRequest":\#(Samples.sessionRequest),"target":\#(Samples.target),"#
                + #""launch":{"argv":["anydesk"],"uri":null}}"#),
        .init(SessionRequestMethods.RequestAccess.self, change, one),
        .init(SessionRequestMethods.Disconnect.self, #"{"id":42,"note":"x","ifRevision":7}"#, one),
        .init(SessionRequestMethods.Close.self, #"{"id":42,"reason":"done","note":"x","ifRevision":7}"#, one),
        .init(SessionRequestMethods.Reopen.self, #"{"id":42,"keepLink":true,\#(expiry),"ifRevision":7}"#, one),
        .init(
            SessionRequestMethods.ResendInvitation.self, #"{"id":42,"email":true,"sms":true,"ifRevision":7}"#, one),
        .init(SessionRequestMethods.RotateLink.self, change, one),
        .init(
            SessionRequestMethods.Bulk.self,
            #"{"operations":[{"method":"sessionRequest.claim","params":{"id":1}}]}"#, #"{"results":[\#(one)]}"#),
        .init(
            SessionRequestMethods.Wait.self, #"{"id":42,"until":["ready"],"timeout":0.05}"#,
            #"{"sessionRequest":\#(Samples.sessionRequest),"timedOut":true}"#),
        .init(
            SessionRequestMethods.Summary.self, "{}",
            #"{"byStatus":{"open":1,"waiting":2,"ready":3,"connected":4,"closed":5,"expired":6},"#
                + #""byQueue":{"tier-1":2},"byAssignee":{"ana":1},"oldestWaiting":{"id":1,"since":\#(Samples.at)},"#
                + #""nextScheduled":{"id":2,"startsAt":\#(Samples.at)},"nextExpiry":{"id":3,"expiresAt":\#(Samples.at)},"#
                + #""cursor":"e.1"}"#),
    ]

    private static let stream: [MethodSample] = [
        .init(
            EventsMethods.Subscribe.self,
            #"{"since":"now","snapshot":true,"filter":\#(Samples.eventFilter),"heartbeatSeconds":30}"#,
            #"{"subscription":"s1","cursor":"e.1","snapshot":[\#(Samples.sessionRequest)]}"#),
        .init(EventsMethods.Unsubscribe.self, #"{"subscription":"s1"}"#, #"{"unsubscribed":true}"#),
        .init(
            EventsMethods.Poll.self,
            #"{"since":"e.1","filter":\#(Samples.eventFilter),"limit":10,"timeout":3600}"#,
            #"{"events":[\#(Samples.event)],"cursor":"e.2","more":false}"#),
    ]

    private static let queueFields =
        #""id":"tier-1","name":"First","description":"x","members":{"users":["ana"],"groups":[]},"#
        + #""defaultExpirySeconds":60,"defaultLanguage":"pt","publicPage":true,"strategy":"manual","fallback":"t2""#

    private static let desk: [MethodSample] = [
        .init(QueueMethods.Create.self, "{\(queueFields)}", oneQueue),
        .init(QueueMethods.Get.self, #"{"id":"tier-1"}"#, oneQueue),
        .init(QueueMethods.List.self, "{}", #"{"queues":[\#(Samples.queue)]}"#),
        .init(QueueMethods.Update.self, #"{\#(queueFields),"ifRevision":1}"#, oneQueue),
        .init(QueueMethods.Delete.self, #"{"id":"tier-1"}"#, #"{"deleted":true}"#),
        .init(QueueMethods.Next.self, #"{"queues":["tier-1"]}"#, one),
        .init(AgentMethods.List.self, "{}", #"{"agents":[\#(Samples.agent)]}"#),
        .init(
            ClientMethods.SignIn.self,
            #"{"name":"anydesk","version":"9.0.4","clientId":"123456789","features":["f"]}"#,
            #"{"client":\#(Samples.client)}"#),
        .init(ClientMethods.SignOut.self, #"{"clientId":"123456789","release":true}"#, #"{"signedOut":true}"#),
        .init(ClientMethods.List.self, "{}", #"{"clients":[\#(Samples.client)]}"#),
    ]

    private static let links: [MethodSample] = [
        .init(
            LinkMethods.Resolve.self, #"{\#(who),"source":"203.0.113.7","prefetch":true}"#,
            #"{"link":\#(Samples.link),"token":"abc"}"#),
        .init(LinkMethods.Open.self, link, oneLink),
        .init(LinkMethods.Deny.self, link, oneLink),
        .init(LinkMethods.Revoke.self, link, oneLink),
        .init(LinkMethods.Cancel.self, link, oneLink),
        .init(LinkMethods.Watch.self, link, #"{"subscription":"s1","link":\#(Samples.link)}"#),
        .init(LinkMethods.Unwatch.self, #"{"subscription":"s1"}"#, #"{"unwatched":true}"#),
        .init(
            LinkMethods.Grant.self,
            #"{\#(who),"source":"203.0.113.7","join":\#(Samples.joinOffer),"leaseSeconds":60}"#, oneLink),
        .init(
            LinkMethods.Feedback.self, #"{\#(who),"source":"203.0.113.7","rating":5,"comment":"thanks"}"#, oneLink),
        .init(
            LinkMethods.Request.self,
            #"{"queue":"tier-1","recipient":\#(Samples.recipient),"comments":"x","source":"203.0.113.7","#
                + #""dryRun":true}"#,
            #"{"link":\#(Samples.link),"token":"abc"}"#),
    ]

    private static let delivery: [MethodSample] = [
        .init(
            DeliveryMethods.Next.self, #"{"kinds":["email"],"endpoints":["crm"],"leaseSeconds":60,"timeout":5}"#,
            #"{"delivery":\#(Samples.dueDelivery)}"#),
        .init(DeliveryMethods.Ack.self, #"{"id":7}"#, #"{"acknowledged":true}"#),
        .init(
            DeliveryMethods.Fail.self, #"{"id":7,"error":"451 later","retryable":true,"retryAfter":60}"#,
            #"{"retryAt":\#(Samples.at)}"#),
    ]

    private static let service: [MethodSample] = [
        .init(
            DaemonMethods.Info.self, "{}",
            #"{"name":"session-requestd","version":"1.0.0","protocol":{"major":1,"minor":0},"epoch":"e","#
                + #""startedAt":\#(Samples.at),"pid":1,"portal":"http://localhost:7080","limits":\#(Samples.limits),"#
                + #""connectors":["anydesk"],"features":["f"],"delivery":\#(Samples.deliveryWays)}"#),
        .init(
            DaemonMethods.Health.self, "{}",
            #"{"status":"ok","checks":[{"name":"store","status":"ok","message":"fine"}]}"#),
        .init(DaemonMethods.Metrics.self, "{}", ##"{"openMetrics":"# EOF\n"}"##),
        .init(
            DaemonMethods.WhoAmI.self, "{}", #"{"uid":0,"user":"root","groups":["root"],"roles":["admin"]}"#),
        .init(RPCMethods.Discover.self, "{}", #"{"openrpc":"1.3.2","info":{},"methods":[],"components":{}}"#),
        .init(RPCMethods.Ping.self, "{}", #"{"pong":true}"#),
        .init(
            RPCMethods.Hello.self, #"{"client":"cli","version":"1","features":["f"]}"#,
            #"{"server":"session-requestd","version":"1","api":{"major":1,"minor":0},"features":["f"],"epoch":"e","#
                + #""limits":\#(Samples.limits),"peer":{"uid":0,"user":"root","roles":["admin"]}}"#),
        .init(RPCMethods.Cancel.self, #"{"id":"a\u0062"}"#, #"{"canceled":true}"#),
    ]
}
