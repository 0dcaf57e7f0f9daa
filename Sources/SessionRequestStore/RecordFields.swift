internal import JSONRPC
internal import SessionRequestModel

/// A record that cannot be read back: the database was changed by another hand.
struct DamagedRecord: Error {
    var member: String
}

extension JSONNode {
    func member(_ name: String) throws -> JSONNode {
        guard let node = self[name] else { throw DamagedRecord(member: name) }
        return node
    }

    func text(_ name: String) throws -> String {
        guard let text = self[name]?.string else { throw DamagedRecord(member: name) }
        return text
    }

    func texts(_ name: String) throws -> [String] {
        try member(name).elements.map { element in
            guard let text = element.string else { throw DamagedRecord(member: name) }
            return text
        }
    }

    func number(_ name: String) throws -> Int64 {
        guard let number = self[name]?.integer else { throw DamagedRecord(member: name) }
        return number
    }

    func instant(_ name: String) throws -> Timestamp {
        Timestamp(milliseconds: try number(name))
    }

    func optionalInstant(_ name: String) -> Timestamp? {
        self[name]?.integer.map { Timestamp(milliseconds: $0) }
    }

    func word<Word: RawRepresentable>(_ name: String) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try text(name)) else { throw DamagedRecord(member: name) }
        return word
    }
}

/// The members of a record, looked up in a difference first.
struct RecordFields {
    private let record: JSONNode
    private let difference: JSONNode?

    init(record: JSONNode, difference: JSONNode?) {
        self.record = record
        self.difference = difference
    }

    private subscript(_ name: String) -> JSONNode? {
        guard let node = difference?[name] ?? record[name], !node.isNull else { return nil }
        return node
    }

    private func required(_ name: String) throws -> JSONNode {
        guard let node = self[name] else { throw DamagedRecord(member: name) }
        return node
    }

    private func instant(_ name: String) throws -> Timestamp {
        guard let number = self[name]?.integer else { throw DamagedRecord(member: name) }
        return Timestamp(milliseconds: number)
    }

    private func number(_ name: String, default value: Int64) -> Int64 {
        self[name]?.integer ?? value
    }

    private func word<Word: RawRepresentable>(_ name: String, default word: Word? = nil) throws -> Word
    where Word.RawValue == String {
        guard let text = self[name]?.string else {
            if let word { return word }
            throw DamagedRecord(member: name)
        }
        guard let read = Word(rawValue: text) else { throw DamagedRecord(member: name) }
        return read
    }

    private func part<Noun: Recorded>(_ name: String) throws -> Noun? {
        try self[name].map { try Noun(members: $0) }
    }

    func sessionRequest() throws -> SessionRequest {
        var request = SessionRequest(
            id: try required("id").integer ?? 0, recipient: try Recipient(members: required("recipient")),
            createdBy: try Actor(members: required("createdBy")), createdAt: try instant("createdAt"),
            expiresAt: try instant("expiresAt"), priority: try word("priority", default: .normal),
            tags: self["tags"]?.elements.compactMap(\.string) ?? [],
            customFields: Dictionary(
                self["customFields"]?.members.map { ($0.name.string ?? "", $0.value.string ?? "") } ?? [],
                uniquingKeysWith: { first, _ in first }))
        request.revision = number("revision", default: 1)
        request.status = try word("status")
        request.statusSince = try instant("statusSince")
        request.subject = self["subject"]?.string
        request.comments = self["comments"]?.string
        request.assignee = try part("assignee")
        request.updatedAt = try instant("updatedAt")
        request.schedule = try part("schedule")
        request.invitation = try part("invitation") ?? .notRequested
        request.join = try part("join")
        request.connection = try part("connection")
        request.closed = try part("closed")
        request.feedback = try part("feedback")
        request.denials = Int(number("denials", default: 0))
        request.externalReference = try part("externalReference")
        request.accessRequestedAt = self["accessRequestedAt"]?.integer.map { Timestamp(milliseconds: $0) }
        request.linkGeneration = number("linkGeneration", default: 1)
        request.codeAttempt = number("codeAttempt", default: 0)
        return request
    }
}
