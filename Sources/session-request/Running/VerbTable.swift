package import SessionRequestWire

/// Which methods stand behind which verb.
package enum VerbTable {
    /// One verb, with its group's name in front where it has one; the last method is the one that the verb is for.
    package struct Row: Sendable {
        package let verb: String
        package let methods: [any RPCMethod.Type]
    }

    /// In the order of the help.
    package static let rows: [Row] = [
        row("create", SessionRequestMethods.Create.self),
        row("list", SessionRequestMethods.List.self),
        row("show", SessionRequestMethods.Get.self),
        row("watch", EventsMethods.Subscribe.self),
        row("wait", SessionRequestMethods.Wait.self),
        row("summary", SessionRequestMethods.Summary.self),
        row("history", SessionRequestMethods.History.self),
        row("explain", SessionRequestMethods.Explain.self),
        row("link", SessionRequestMethods.Get.self),
        row("claim", SessionRequestMethods.Claim.self),
        row("assign", SessionRequestMethods.Assign.self),
        row("comment", SessionRequestMethods.Comment.self),
        row("update", SessionRequestMethods.Get.self, SessionRequestMethods.Update.self),
        row("reschedule", SessionRequestMethods.Reschedule.self),
        row("invite", SessionRequestMethods.ResendInvitation.self),
        row("rotate-link", SessionRequestMethods.RotateLink.self),
        row("request-access", SessionRequestMethods.RequestAccess.self),
        row("connect", SessionRequestMethods.Disconnect.self, SessionRequestMethods.Connect.self),
        row("disconnect", SessionRequestMethods.Disconnect.self),
        row("close", SessionRequestMethods.Close.self),
        row("reopen", SessionRequestMethods.Reopen.self),
        row("bulk", SessionRequestMethods.Bulk.self),
        row("queue list", QueueMethods.List.self),
        row("queue show", QueueMethods.Get.self),
        row("queue next", QueueMethods.Next.self),
        row("queue create", QueueMethods.Create.self),
        row("queue update", QueueMethods.Get.self, QueueMethods.Update.self),
        row("queue delete", QueueMethods.Delete.self),
        row("agents", AgentMethods.List.self),
        row("clients list", ClientMethods.List.self),
        row("clients sign-out", ClientMethods.SignOut.self),
        row("bar", EventsMethods.Subscribe.self, SessionRequestMethods.List.self, SessionRequestMethods.Summary.self),
        row("notify", SessionRequestMethods.Connect.self, EventsMethods.Subscribe.self),
        row("whoami", DaemonMethods.WhoAmI.self),
        row("status", DaemonMethods.Info.self, DaemonMethods.Health.self, DaemonMethods.WhoAmI.self),
        row(
            "doctor", SessionRequestMethods.List.self, DaemonMethods.Info.self, DaemonMethods.Health.self,
            RPCMethods.Hello.self),
        row("discover", RPCMethods.Discover.self),
    ]

    /// Every method that has a verb, by its name on the wire.
    package static var methodNames: Set<String> { Set(rows.flatMap { $0.methods.map { $0.name } }) }

    /// Every command that the program has, its group's name in front.
    package static var commands: [String] { SessionRequestCommand.commandNames }

    /// The verb for an entry of `allowedActions`: `invite` for `resendInvitation`; the action itself where there is none.
    package static func verb(ofAction action: String) -> String {
        let method = "sessionRequest.\(action)"
        return rows.first { $0.methods.last?.name == method }?.verb ?? action
    }

    private static func row(_ verb: String, _ methods: any RPCMethod.Type...) -> Row {
        Row(verb: verb, methods: methods)
    }
}
