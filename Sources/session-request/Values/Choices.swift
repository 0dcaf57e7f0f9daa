/// Words of which one is to be chosen.
package struct Choices: Sendable {
    package let all: [String]
    private let name: String

    /// How urgent it is.
    package static let priorities = Choices("priority", ["low", "normal", "high", "urgent"])
    /// Where it is in its life.
    package static let statuses = Choices("status", ["open", "waiting", "ready", "connected", "closed", "expired"])
    /// Why an agent closes.
    package static let closeReasons = Choices("reason", ["done", "canceled", "denied", "duplicate", "other"])
    /// Which part of the desk.
    package static let views = Choices("view", ["upcoming", "active", "past", "mine"])
    /// How a queue finds an agent.
    package static let strategies = Choices("strategy", ["manual", "roundRobin", "leastBusy"])

    /// What a list can be sorted by.
    package static let orders = Choices(
        "field", ["createdAt", "updatedAt", "expiresAt", "statusSince", "priority", "startsAt"])

    private init(_ name: String, _ all: [String]) {
        self.name = name
        self.all = all
    }

    /// The word, if it is one of them; throws what there is.
    package func one(_ word: String) throws(Unreadable) -> String {
        guard all.contains(word) else {
            throw Unreadable("cannot find the \(name) '\(word)': there are \(all.joined(separator: ", "))")
        }
        return word
    }

    /// One of `orders`, perhaps with a - in front; throws what there is.
    package static func order(_ word: String) throws(Unreadable) -> String {
        _ = try orders.one(word.hasPrefix("-") ? String(word.dropFirst()) : word)
        return word
    }

    /// The words in texts with commas between them; throws at what is none of them.
    package func some(_ texts: [String]) throws(Unreadable) -> [String] {
        var words: [String] = []
        for text in texts {
            for word in text.split(separator: ",", omittingEmptySubsequences: false) {
                words.append(try one(String(word)))
            }
        }
        return words
    }
}
