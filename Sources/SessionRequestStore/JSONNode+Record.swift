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
