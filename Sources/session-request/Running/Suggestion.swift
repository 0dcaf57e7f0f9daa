/// What somebody may have meant who wrote a verb that does not exist.
package enum Suggestion {
    /// Throws when the first argument is a word and no verb.
    package static func check(_ arguments: [String]) throws(Failure) {
        guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-") else { return }
        let verbs = SessionRequestCommand.verbNames
        guard !verbs.contains(word), word != "help" else { return }
        let meant = nearest(to: word, among: verbs).map { "Did you mean 'session-request \($0)'?" }
        throw Failure(
            .usage, "cannot find the verb '\(word)'", hint: meant ?? "'session-request --help' lists them.")
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
