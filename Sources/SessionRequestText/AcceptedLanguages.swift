/// The value of `Accept-Language` (RFC 9110, 12.5.4): the tags that a visitor reads, best first. What cannot be read is
/// left out, and so is everything after `limit` tags.
struct AcceptedLanguages {
    /// Tags that are looked at.
    static let limit = 32

    let tags: [Substring]

    init(_ value: String) {
        let ranges = value.prefix(1024).split(separator: ",").prefix(Self.limit).compactMap {
            range -> (Substring, Double)? in
            let parts = range.split(separator: ";")
            guard let tag = parts.first?.trimmed, !tag.isEmpty else { return nil }
            var weight = 1.0
            for parameter in parts.dropFirst() where parameter.trimmed.lowercased().hasPrefix("q=") {
                guard let quality = Double(parameter.trimmed.dropFirst(2)), (0...1).contains(quality) else {
                    return nil
                }
                weight = quality
            }
            return weight > 0 ? (tag, weight) : nil
        }
        // Sorting keeps the order of equals: ties go to the tag that stands first.
        tags = ranges.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
