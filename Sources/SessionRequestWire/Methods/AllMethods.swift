/// Every method of the protocol, so that a check can compare them with the schema.
public enum AllMethods {
    /// In the order of the families.
    public static let types: [any RPCMethod.Type] = sessionRequest + stream + desk + link + delivery + service

    private static let sessionRequest: [any RPCMethod.Type] = [
        SessionRequestMethods.Create.self, SessionRequestMethods.Get.self, SessionRequestMethods.List.self,
        SessionRequestMethods.History.self, SessionRequestMethods.Explain.self, SessionRequestMethods.Update.self,
        SessionRequestMethods.Assign.self, SessionRequestMethods.Claim.self, SessionRequestMethods.Comment.self,
        SessionRequestMethods.Reschedule.self, SessionRequestMethods.Connect.self,
        SessionRequestMethods.RequestAccess.self, SessionRequestMethods.Disconnect.self,
        SessionRequestMethods.Close.self, SessionRequestMethods.Reopen.self,
        SessionRequestMethods.ResendInvitation.self, SessionRequestMethods.RotateLink.self,
        SessionRequestMethods.Bulk.self, SessionRequestMethods.Wait.self, SessionRequestMethods.Summary.self,
    ]

    private static let stream: [any RPCMethod.Type] = [
        EventsMethods.Subscribe.self, EventsMethods.Unsubscribe.self, EventsMethods.Poll.self,
    ]

    private static let desk: [any RPCMethod.Type] = [
        QueueMethods.Create.self, QueueMethods.Get.self, QueueMethods.List.self, QueueMethods.Update.self,
        QueueMethods.Delete.self, QueueMethods.Next.self, AgentMethods.List.self, ClientMethods.SignIn.self,
        ClientMethods.SignOut.self, ClientMethods.List.self,
    ]

    private static let link: [any RPCMethod.Type] = [
        LinkMethods.Resolve.self, LinkMethods.Open.self, LinkMethods.Grant.self, LinkMethods.Deny.self,
        LinkMethods.Revoke.self, LinkMethods.Cancel.self, LinkMethods.Feedback.self, LinkMethods.Watch.self,
        LinkMethods.Unwatch.self, LinkMethods.Request.self,
    ]

    private static let delivery: [any RPCMethod.Type] = [
        DeliveryMethods.Next.self, DeliveryMethods.Ack.self, DeliveryMethods.Fail.self,
    ]

    private static let service: [any RPCMethod.Type] = [
        DaemonMethods.Info.self, DaemonMethods.Health.self, DaemonMethods.Metrics.self, DaemonMethods.WhoAmI.self,
        RPCMethods.Discover.self, RPCMethods.Ping.self, RPCMethods.Hello.self, RPCMethods.Cancel.self,
    ]
}
