internal import JSONRPC
internal import SessionRequestModel

extension Join: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("method", method.rawValue)
        writer.member("client", ifPresent: client.map { RecordOf<JoinClient>($0) })
        writer.member("scheme", target.scheme)
        writer.member("address", target.address)
        writer.member("grantedAt", grantedAt.milliseconds)
        writer.member("permissions", permissions)
        writer.member("leaseExpiresAt", ifPresent: leaseExpiresAt?.milliseconds)
    }

    init(members: JSONNode) throws {
        try self.init(
            keptMethod: members.word("method"), client: members["client"].map { try JoinClient(members: $0) },
            target: Target(kept: members.text("scheme"), address: members.text("address")),
            grantedAt: members.instant("grantedAt"), permissions: members.texts("permissions"),
            leaseExpiresAt: members.optionalInstant("leaseExpiresAt"))
    }
}

extension JoinClient: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("version", ifPresent: version)
        writer.member("platform", ifPresent: platform)
    }

    init(members: JSONNode) throws {
        try self.init(
            keptName: members.text("name"), version: members["version"]?.string, platform: members["platform"]?.string)
    }
}

extension Connection: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("agent", RecordOf<Actor>(agent))
        writer.member("since", since.milliseconds)
        writer.member("leased", leased)
    }

    init(members: JSONNode) throws {
        try self.init(
            agent: Actor(members: members.member("agent")), since: members.instant("since"),
            leased: members["leased"]?.bool ?? false)
    }
}

extension Closure: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("reason", reason.rawValue)
        writer.member("by", RecordOf<Actor>(by))
        writer.member("at", at.milliseconds)
        writer.member("note", ifPresent: note)
    }

    init(members: JSONNode) throws {
        try self.init(
            reason: members.word("reason"), by: Actor(members: members.member("by")), at: members.instant("at"),
            note: members["note"]?.string)
    }
}

extension Feedback: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("rating", rating)
        writer.member("comment", ifPresent: comment)
        writer.member("at", at.milliseconds)
    }

    init(members: JSONNode) throws {
        try self.init(
            keptRating: Int(members.number("rating")), comment: members["comment"]?.string, at: members.instant("at"))
    }
}

extension ExternalReference: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("system", system)
        writer.member("id", id)
        writer.member("url", ifPresent: url)
    }

    init(members: JSONNode) throws {
        try self.init(keptSystem: members.text("system"), id: members.text("id"), url: members["url"]?.string)
    }
}

extension SignedInClient: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("clientId", ifPresent: clientID)
        writer.member("name", name)
        writer.member("version", version)
        writer.member("features", features)
        writer.member("isSupported", isSupported)
        writer.member("uid", Int64(uid))
        writer.member("user", user)
        writer.member("since", since.milliseconds)
    }

    init(members: JSONNode) throws {
        try self.init(
            clientID: members["clientId"]?.string, name: members.text("name"), version: members.text("version"),
            features: members.texts("features"), isSupported: members["isSupported"]?.bool ?? true,
            uid: UInt32(members.number("uid")), user: members.text("user"), since: members.instant("since"))
    }
}

extension Queue: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", id)
        writer.member("name", name)
        writer.member("description", description)
        writer.member("users", users)
        writer.member("groups", groups)
        writer.member("defaultExpirySeconds", ifPresent: defaultExpirySeconds)
        writer.member("defaultLanguage", ifPresent: defaultLanguage)
        writer.member("publicPage", publicPage)
        writer.member("strategy", strategy.rawValue)
        writer.member("fallback", ifPresent: fallback)
        writer.member("createdAt", createdAt.milliseconds)
        writer.member("updatedAt", updatedAt.milliseconds)
        writer.member("revision", revision)
    }

    init(members: JSONNode) throws {
        try self.init(
            id: members.text("id"), name: members.text("name"), description: members.text("description"),
            users: members.texts("users"), groups: members.texts("groups"),
            defaultExpirySeconds: members["defaultExpirySeconds"]?.integer,
            defaultLanguage: members["defaultLanguage"]?.string, publicPage: members["publicPage"]?.bool ?? false,
            strategy: members.word("strategy"), fallback: members["fallback"]?.string,
            createdAt: members.instant("createdAt"), updatedAt: members.instant("updatedAt"),
            revision: members.number("revision"))
    }
}
