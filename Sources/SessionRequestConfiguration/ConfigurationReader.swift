package import SessionRequestModel

/// One value of the configuration while it is read: what it is, what it is called, and where its faults go.
///
/// Every method that gives nil has reported a fault that says what would be right.
package struct ConfigurationReader {
    package let node: ConfigurationNode
    package let path: String
    package let faults: ConfigurationFaults

    /// Reports that the value is wrong: `policy.maxDenials must be …`.
    package func refuse(_ message: String) {
        faults.report("\(ConfigurationQuote.path(path)) \(message)", at: node.place)
    }

    /// Reports a violation at the member or element that its pointer leads to, as far as that is written.
    package func refuse(_ violation: Violation) {
        var reader = self
        for part in violation.pointer.split(separator: "/") {
            guard let inner = reader.inner(String(part)) else { break }
            reader = inner
        }
        reader.refuse(violation.message)
    }

    /// The value as a mapping that may hold only `keys`; without members when it is none.
    package func section(_ keys: [String]) -> ConfigurationSection {
        var members: [String: ConfigurationReader] = [:]
        for (key, place, value) in entries() {
            if keys.contains(key) {
                members[key] = value
            } else {
                faults.report(
                    "\(value.path) is unknown; \(ConfigurationSpelling.advice(for: key, among: keys))", at: place)
            }
        }
        return ConfigurationSection(members: members, keys: keys)
    }

    /// The members of a mapping with keys of the admin's choice; none when it is no mapping, or has more than `limit`.
    package func entries(
        atMost limit: Int = .max
    ) -> [(key: String, place: ConfigurationPlace, value: ConfigurationReader)] {
        guard case .mapping(let members) = node.content else {
            if case .null = node.content {
                refuse("must have keys below it, or be left out")
            } else {
                refuse("must be a mapping, lines of key: value")
            }
            return []
        }
        guard members.count <= limit else {
            refuse("must have at most \(limit) keys")
            return []
        }
        return members.map { member in
            let path = ConfigurationQuote.path(path, key: member.key)
            return (member.key, member.place, ConfigurationReader(node: member.value, path: path, faults: faults))
        }
    }

    /// The elements of a list with so many of them.
    package func elements(_ counts: ClosedRange<Int>) -> [ConfigurationReader]? {
        guard case .sequence(let elements) = node.content else { return nothing("must be a list, such as [a, b]") }
        guard counts.contains(elements.count) else {
            return nothing(
                counts.lowerBound == 0
                    ? "must hold at most \(counts.upperBound) values"
                    : "must hold \(counts.lowerBound) to \(counts.upperBound) values")
        }
        return elements.enumerated().map { index, element in
            ConfigurationReader(node: element, path: "\(path)[\(index)]", faults: faults)
        }
    }

    /// A list of texts that are all different, each read by `read`.
    package func distinct(atMost limit: Int, _ read: (ConfigurationReader) -> String?) -> [String]? {
        guard let elements = elements(0...limit) else { return nil }
        var seen: Set<String> = []
        return elements.compactMap { element in
            guard let text = read(element) else { return nil }
            guard seen.insert(text).inserted else {
                return element.nothing("is there already: \(ConfigurationQuote.plain(text))")
            }
            return text
        }
    }

    /// A text that `check` takes.
    package func text(_ check: (String) throws(Violation) -> Void) -> String? {
        guard let text = anyText() else { return nil }
        do { try check(text) } catch { return nothing(error.message) }
        return text
    }

    /// A text of whatever kind.
    package func anyText() -> String? {
        switch node.content {
        case .text(let text): text
        case .number(let written): nothing("must be text; put it in quotes: \"\(ConfigurationQuote.plain(written))\"")
        case .boolean(let value): nothing("must be text; put it in quotes: \"\(value)\"")
        case .null, .sequence, .mapping: nothing("must be text")
        }
    }

    /// A text of one line with 1 to `limit` characters.
    package func line(atMost limit: Int) -> String? {
        text { (text) throws(Violation) in try TextRule.checkLine(text, atMost: limit) }
    }

    /// An integer in a range.
    package func integer<Value: FixedWidthInteger>(in range: ClosedRange<Value>) -> Value? {
        guard case .number(let written) = node.content, let value = Value(written), range.contains(value) else {
            return nothing("must be an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// True or false.
    package func boolean() -> Bool? {
        guard case .boolean(let value) = node.content else { return nothing("must be true or false") }
        return value
    }

    /// One of some words.
    package func word<Word: RawRepresentable & CaseIterable>(_ words: Word.Type) -> Word?
    where Word.RawValue == String {
        guard case .text(let text) = node.content, let word = Word(rawValue: text) else {
            return nothing("must be one of \(words.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return word
    }

    /// Nil, with a fault.
    package func nothing<Value>(_ message: String) -> Value? {
        refuse(message)
        return nil
    }

    private func inner(_ part: String) -> ConfigurationReader? {
        switch node.content {
        case .mapping(let members):
            guard let member = members.first(where: { $0.key == part }) else { return nil }
            return ConfigurationReader(
                node: member.value, path: ConfigurationQuote.path(path, key: part), faults: faults)
        case .sequence(let elements):
            guard let index = Int(part), elements.indices.contains(index) else { return nil }
            return ConfigurationReader(node: elements[index], path: "\(path)[\(index)]", faults: faults)
        case .null, .boolean, .number, .text: return nil
        }
    }
}

/// The members of a mapping whose keys are known.
package struct ConfigurationSection {
    package let members: [String: ConfigurationReader]
    package let keys: [String]

    /// The value of a key that the section was asked for with; nil when nobody wrote it.
    package subscript(key: String) -> ConfigurationReader? {
        assert(keys.contains(key))
        return members[key]
    }
}
