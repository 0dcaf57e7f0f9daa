/// What somebody may have meant who wrote a verb that does not exist.
package enum Suggestion {
    /// Throws when the first argument, or the one behind `help`, is a word and no verb; also when it is a group and the next
    /// one is none of its verbs.
    package static func check(_ arguments: [String]) throws(Failure) {
        var words = arguments.prefix { !$0.isEmpty && !$0.hasPrefix("-") }
        if words.first == "help" { words.removeFirst() }
        guard let word = words.first, word != "help" else { return }
        let verbs = SessionRequestCommand.verbNames
        guard verbs.contains(word) else { throw unknown(word, in: nil, among: verbs) }
        let inside = SessionRequestCommand.verbNames(inGroup: word)
        guard !inside.isEmpty, let next = words.dropFirst().first, !inside.contains(next) else { return }
        throw unknown(next, in: word, among: inside)
    }

    private static func unknown(_ word: String, in group: String?, among verbs: [String]) -> Failure {
        let front = group.map { "\($0) " } ?? ""
        let meant = nearest(to: word, among: verbs).map { "Did you mean 'session-request \(front)\($0)'?" }
        let all =
            group.map { "'session-request \($0)' has \(verbs.joined(separator: ", "))." }
            ?? "'session-request --help' lists them."
        return Failure(.usage, "cannot find the verb '\(front)\(word)'", hint: meant ?? all)
    }

    /// The candidate that takes the fewest changes of a letter to get to, if that is no more than a third of them.
    package static func nearest(to word: String, among candidates: [String]) -> String? {
        let word = Array(word.prefix(32))
        let ranked = candidates.map { ($0, distance(word, Array($0))) }.min { $0.1 < $1.1 }
        guard let (candidate, distance) = ranked, distance <= max(1, word.count / 3) else { return nil }
        return candidate
    }

    /// Insertions, deletions, replacements and swaps of neighbours that make one word of the other.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, before[j - 1] + 1)
                }
                row.append(best)
            }
            (before, last) = (last, row)
        }
        return last[right.count]
    }
}
