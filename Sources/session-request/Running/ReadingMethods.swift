internal import SessionRequestWire

/// The methods that leave everything as it is: doing them again, or not knowing whether they were done, harms nobody.
package enum ReadingMethods {
    private static let types: [any RPCMethod.Type] = [
        RPCMethods.Hello.self, RPCMethods.Ping.self, RPCMethods.Discover.self, DaemonMethods.Info.self,
        DaemonMethods.Health.self, DaemonMethods.Metrics.self, DaemonMethods.WhoAmI.self,
        SessionRequestMethods.Get.self, SessionRequestMethods.List.self, SessionRequestMethods.History.self,
        SessionRequestMethods.Explain.self, SessionRequestMethods.Summary.self, SessionRequestMethods.Wait.self,
        QueueMethods.Get.self, QueueMethods.List.self, AgentMethods.List.self, ClientMethods.List.self,
        EventsMethods.Subscribe.self, EventsMethods.Poll.self,
    ]
    private static let names = Set(types.map { $0.name })

    /// Whether a method only reads; one that this program does not know may do anything.
    package static func contains(_ method: String) -> Bool { names.contains(method) }
}
