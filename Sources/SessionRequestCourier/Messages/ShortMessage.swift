internal import SessionRequestText

/// The text message of an occasion, in as few segments as its language allows. The link is never shortened; the sender's
/// name is.
package enum ShortMessage {
    // Fewer characters of a name say nothing.
    private static let shortestName = 6

    /// The message; nil when there is none for the occasion.
    package static func text(_ wording: Wording) -> String? {
        guard let id = wording.messageText else { return nil }
        let names = shortened(wording.sender)
        var candidates = names.map { wording.message(id, sender: $0) }
        if id != .smsCanceled { candidates.append(wording.message(.smsLink, sender: "")) }
        // As it is written, before it is written without the letters that make it long.
        let forms = candidates.flatMap { [$0, MessageAlphabet.folded($0)] }
        let fewest = forms.map(MessageAlphabet.segments).min() ?? 1
        // A longer name in the short alphabet says more than a shorter one with its accents.
        return forms.first { MessageAlphabet.segments($0) == fewest }
    }

    /// The name, then ever shorter beginnings of it.
    private static func shortened(_ name: String) -> [String] {
        var names = [name]
        if let organization = name.firstIndex(of: "("), organization > name.startIndex {
            names.append(String(name[..<organization].reversed().drop { $0 == " " }.reversed()))
        }
        let whole = names.last ?? name
        var length = whole.count - 1
        while length >= shortestName {
            names.append(whole.prefix(length).reversed().drop { $0 == " " }.reversed() + ".")
            length -= 1
        }
        return names
    }
}
