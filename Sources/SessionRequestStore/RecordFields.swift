internal import JSONRPC
internal import SessionRequestModel

/// The members of a record, found in one pass.
struct RecordFields {
    private var nodes = [JSONNode?](repeating: nil, count: RecordField.all.count)

    init(_ record: JSONNode) {
        replace(with: record)
    }

    /// Puts the members of another object in the place of those that there are; null for none.
    mutating func replace(with object: JSONNode) {
        var place = 0
        for (name, value) in object.members {
            guard let field = RecordField.named(name, after: &place) else { continue }
            nodes[field.rawValue] = value.isNull ? nil : value
        }
    }

    private subscript(_ field: RecordField) -> JSONNode? { nodes[field.rawValue] }

    private func required(_ field: RecordField) throws -> JSONNode {
        guard let node = self[field] else { throw DamagedRecord(member: "\(field)") }
        return node
    }

    private func instant(_ field: RecordField) throws -> Timestamp {
        guard let number = self[field]?.integer else { throw DamagedRecord(member: "\(field)") }
        return Timestamp(milliseconds: number)
    }

    private func number(_ field: RecordField, default value: Int64) -> Int64 {
        self[field]?.integer ?? value
    }

    private func word<Word: RawRepresentable>(_ field: RecordField, default word: Word? = nil) throws -> Word
    where Word.RawValue == String {
        guard let text = self[field]?.string else {
            if let word { return word }
            throw DamagedRecord(member: "\(field)")
        }
        guard let read = Word(rawValue: text) else { throw DamagedRecord(member: "\(field)") }
        return read
    }

    private func part<Noun: Recorded>(_ field: RecordField) throws -> Noun? {
        try self[field].map { try Noun(members: $0) }
    }

    func sessionRequest() throws -> SessionRequest {
        var request = SessionRequest(
            id: try required(.id).integer ?? 0, recipient: try Recipient(members: required(.recipient)),
            createdBy: try Actor(members: required(.createdBy)), createdAt: try instant(.createdAt),
            expiresAt: try instant(.expiresAt), priority: try word(.priority, default: .normal),
            tags: self[.tags]?.elements.compactMap(\.string) ?? [],
            customFields: Dictionary(
                self[.customFields]?.members.map { ($0.name.string ?? "", $0.value.string ?? "") } ?? [],
                uniquingKeysWith: { first, _ in first }))
        request.revision = number(.revision, default: 1)
        request.status = try word(.status)
        request.statusSince = try instant(.statusSince)
        request.subject = self[.subject]?.string
        request.comments = self[.comments]?.string
        request.assignee = try part(.assignee)
        request.updatedAt = try instant(.updatedAt)
        request.schedule = try part(.schedule)
        request.invitation = try part(.invitation) ?? .notRequested
        request.join = try part(.join)
        request.connection = try part(.connection)
        request.closed = try part(.closed)
        request.feedback = try part(.feedback)
        request.denials = Int(number(.denials, default: 0))
        request.externalReference = try part(.externalReference)
        request.accessRequestedAt = self[.accessRequestedAt]?.integer.map { Timestamp(milliseconds: $0) }
        request.linkGeneration = number(.linkGeneration, default: 1)
        request.codeAttempt = number(.codeAttempt, default: 0)
        request.reminders =
            self[.reminders]?.elements.compactMap { $0.integer.map { Timestamp(milliseconds: $0) } } ?? []
        request.hasJoined = self[.hasJoined]?.bool ?? false
        request.calendarSequence = Int(number(.calendarSequence, default: 0))
        request.isUnscheduled = self[.isUnscheduled]?.bool ?? false
        request.accessLastRequestedAt = self[.accessLastRequestedAt]?.integer.map { Timestamp(milliseconds: $0) }
        return request
    }
}
