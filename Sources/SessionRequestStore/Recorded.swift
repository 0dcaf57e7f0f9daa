internal import JSONRPC
internal import SessionRequestModel

/// A noun of the model that is part of a record: how its members are written and read back.
protocol Recorded {
    func writeMembers(to writer: inout JSONWriter)
    init(members: JSONNode) throws
}

/// A part of a record, ready to be written as an object.
struct RecordOf<Noun: Recorded>: JSONEncodable {
    let noun: Noun

    init(_ noun: Noun) {
        self.noun = noun
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        noun.writeMembers(to: &writer)
        writer.endObject()
    }
}

extension Recipient: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("email", ifPresent: email)
        writer.member("phone", ifPresent: phone)
        writer.member("language", ifPresent: language)
    }

    init(members: JSONNode) throws {
        try self.init(
            keptName: members.text("name"), email: members["email"]?.string, phone: members["phone"]?.string,
            language: members["language"]?.string)
    }
}

extension Actor: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.member("uid", ifPresent: uid.map { Int64($0) })
        writer.member("user", ifPresent: user)
        writer.member("pid", ifPresent: pid.map { Int64($0) })
        writer.member("program", ifPresent: program)
    }

    init(members: JSONNode) throws {
        try self.init(
            kind: members.word("kind"), uid: members["uid"]?.integer.map { UInt32($0) },
            user: members["user"]?.string, pid: members["pid"]?.integer.map { Int32($0) },
            program: members["program"]?.string)
    }
}

extension Assignee: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("type", type)
        writer.member("id", id)
    }

    init(members: JSONNode) throws {
        guard let assignee = Assignee(keptType: try members.text("type"), id: try members.text("id")) else {
            throw DamagedRecord(member: "type")
        }
        self = assignee
    }
}

extension Schedule: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("startsAt", startsAt.milliseconds)
        writer.member("endsAt", ifPresent: endsAt?.milliseconds)
        writer.member("timeZone", ifPresent: timeZone)
    }

    init(members: JSONNode) throws {
        try self.init(
            keptStartsAt: members.instant("startsAt"), endsAt: members.optionalInstant("endsAt"),
            timeZone: members["timeZone"]?.string)
    }
}

extension Invitation: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("email", RecordOf<Delivery>(email))
        writer.member("sms", RecordOf<Delivery>(sms))
    }

    init(members: JSONNode) throws {
        try self.init(email: Delivery(members: members.member("email")), sms: Delivery(members: members.member("sms")))
    }
}

extension Delivery: Recorded {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("state", state.rawValue)
        writer.member("at", ifPresent: at?.milliseconds)
        writer.member("attempts", attempts)
        writer.member("error", ifPresent: error)
        writer.member("reachedAt", ifPresent: reachedAt?.milliseconds)
    }

    init(members: JSONNode) throws {
        try self.init(
            state: members.word("state"), at: members.optionalInstant("at"), attempts: Int(members.number("attempts")),
            error: members["error"]?.string, reachedAt: members.optionalInstant("reachedAt"))
    }
}
