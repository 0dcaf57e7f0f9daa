/// Nouns as they stand on the wire, every member there, in the order in which they are written.
enum Samples {
    static let at = #""2026-11-23T09:30:00.000Z""#
    static let recipient = #"{"name":"Maria","email":"m@example.org","phone":"+351 1","language":"pt"}"#
    static let actor = #"{"kind":"user","uid":1001,"user":"ana","pid":4711,"program":"cli"}"#
    static let assignee = #"{"type":"queue","id":"tier-1"}"#
    static let schedule = #"{"startsAt":\#(at),"endsAt":\#(at),"timeZone":"Europe/Lisbon"}"#
    static let delivery = #"{"state":"failed","at":\#(at),"attempts":2,"error":"no such mailbox"}"#
    static let invitation = #"{"email":\#(delivery),"sms":{"state":"notRequested","attempts":0}}"#
    static let joinClient = #"{"name":"anydesk","version":"9.0.4","platform":"windows"}"#
    static let target = #"{"scheme":"anydesk","address":"123456789"}"#
    static let join =
        #"{"method":"client","client":\#(joinClient),"target":\#(target),"grantedAt":\#(at),"permissions":["view"]}"#
    static let joinOffer = #"{"method":"client","client":\#(joinClient),"target":\#(target),"permissions":["view"]}"#
    static let connection = #"{"agent":\#(actor),"since":\#(at),"leased":true}"#
    static let closure = #"{"reason":"done","by":\#(actor),"at":\#(at),"note":"fixed"}"#
    static let feedback = #"{"rating":5,"comment":"thanks","at":\#(at)}"#
    static let reference = #"{"system":"salesforce","id":"00Q1","url":"https://crm.example.org/1"}"#
    static let sessionRequest =
        #"{"id":42,"revision":7,"status":"closed","statusSince":\#(at),"subject":"printer","recipient":\#(recipient),"#
        + #""comments":"call back","assignee":\#(assignee),"createdBy":\#(actor),"createdAt":\#(at),"updatedAt":\#(at),"#
        + #""schedule":\#(schedule),"expiresAt":\#(at),"link":"http://localhost:7080/s/x","code":"604153928","#
        + #""invitation":\#(invitation),"join":\#(join),"connection":\#(connection),"closed":\#(closure),"#
        + #""feedback":\#(feedback),"denials":1,"queuePosition":3,"priority":"high","tags":["a","b"],"#
        + #""externalReference":\#(reference),"customFields":{"k":"v","z":"w"},"allowedActions":["reopen"]}"#
    static let queue =
        #"{"id":"tier-1","name":"First line","description":"","members":{"users":["ana"],"groups":["support"]},"#
        + #""defaultExpirySeconds":3600,"defaultLanguage":"pt","publicPage":true,"strategy":"manual","#
        + #""fallback":"tier-2","createdAt":\#(at),"updatedAt":\#(at),"revision":1}"#
    static let client =
        #"{"clientId":"123456789","name":"anydesk","version":"9.0.4","features":["f"],"supported":true,"#
        + #""uid":1001,"user":"ana","since":\#(at)}"#
    static let agent = #"{"uid":1001,"user":"ana","signedIn":true,"clients":[\#(client)]}"#
    static let joinMethod =
        #"{"method":"client","scheme":"anydesk","pattern":"^[0-9]{9,10}$","minimumVersion":"9.0"}"#
    static let link =
        #"{"status":"waiting","organization":"Desk","agentName":"Ana","recipientName":"Maria","subject":"printer","#
        + #""language":"pt","schedule":\#(schedule),"expiresAt":\#(at),"queuePosition":1,"allowedActions":["grant"],"#
        + #""accessRequested":true,"feedback":\#(feedback),"joinMethods":[\#(joinMethod)]}"#
    static let filter =
        #"{"statuses":["open"],"assignee":\#(assignee),"queues":["tier-1"],"mine":true,"tags":["a"],"ids":[1,2]}"#
    static let eventFilter =
        #"{"statuses":["open"],"assignee":null,"queues":["tier-1"],"mine":true,"tags":["a"],"ids":[1,2],"#
        + #""types":["sessionRequest.opened"]}"#
    static let event =
        #"{"cursor":"9f3c2a71.42","type":"sessionRequest.updated","at":\#(at),"actor":\#(actor),"#
        + #""sessionRequest":\#(sessionRequest),"changes":{"status":{"from":"open","to":"closed"},"#
        + #""join":{"from":null,"to":{"a":[1,2]}}},"queue":\#(queue),"client":\#(client)}"#
    static let deliveryWays = #"{"email":true,"sms":false,"webhooks":2}"#
    static let dueDelivery =
        #"{"id":7,"key":"9f3c2a71.7","kind":"webhook","purpose":"event","endpoint":"crm","attempt":1,"createdAt":\#(at),"#
        + #""leaseExpiresAt":\#(at),"organization":"Desk","agentName":"ana","language":"pt","calendarSequence":2,"#
        + #""calendarMethod":"request","sessionRequest":\#(sessionRequest),"event":\#(event)}"#
    static let limits = #"{"depth":64,"lineBytes":1048576}"#
    static let errorData =
        #"{"reason":"busy","retryable":true,"retryAfter":0.5,"path":"/id","hint":"wait","status":"open","#
        + #""allowed":["close"],"by":\#(actor),"revision":3,"earliest":"e.1","latest":"e.9","cause":"busy","index":0}"#
}
