package import SessionRequestWire

/// What people write for the shapes of the wire.
package enum WireTexts {
    /// `me`, `agent:NAME`, `queue:ID`, `client:ID`; nil for `nobody`.
    package static func assignee(_ text: String) throws(Unreadable) -> WireAssignee? {
        if text == "nobody" { return nil }
        if text == "me" { return .me }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, ["agent", "queue", "client"].contains(parts[0]), !parts[1].isEmpty else {
            throw Unreadable(
                "cannot tell who '\(text)' is: write me, agent:NAME, queue:ID, client:ID or nobody")
        }
        return WireAssignee(type: String(parts[0]), id: String(parts[1]))
    }

    /// `SYSTEM:ID` or `SYSTEM:ID:URL`.
    package static func reference(_ text: String) throws(Unreadable) -> WireExternalReference {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw Unreadable("cannot read the reference '\(text)': write SYSTEM:ID or SYSTEM:ID:URL")
        }
        return WireExternalReference(system: parts[0], id: parts[1], url: parts.count == 3 ? parts[2] : nil)
    }

    /// `NAME=VALUE`.
    package static func field(_ text: String) throws(Unreadable) -> (name: String, value: String) {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
            throw Unreadable("cannot read the field '\(text)': write NAME=VALUE")
        }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }

    /// Fields by name; throws at one that is there twice.
    package static func fields(_ texts: [String]) throws(Unreadable) -> [String: String] {
        var fields: [String: String] = [:]
        for text in texts {
            let (name, value) = try field(text)
            guard fields.updateValue(value, forKey: name) == nil else {
                throw Unreadable("cannot take the field '\(name)' twice: give it once")
            }
        }
        return fields
    }

    /// `email`, `sms` or both with a comma.
    package static func invitation(_ text: String) throws(Unreadable) -> WireInvitationChoice {
        var choice = WireInvitationChoice()
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            switch word {
            case "email": choice.email = true
            case "sms": choice.sms = true
            default: throw Unreadable("cannot invite by '\(word)': write email, sms or email,sms")
            }
        }
        return choice
    }

    /// A request's number, with or without `#`.
    package static func number(_ text: String) throws(Unreadable) -> Int64 {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(digits),
            WireLimits.numbers.contains(number)
        else { throw Unreadable("cannot take '\(text)' for a session request: give its number, such as 42") }
        return number
    }

    /// A code in groups of three, to be read aloud.
    package static func spaced(code: String) -> String {
        var result = ""
        for (at, digit) in code.enumerated() {
            if at > 0, at % 3 == 0 { result += " " }
            result.append(digit)
        }
        return result
    }
}
