/// What somebody may have meant who wrote a key that there is none of.
package enum ConfigurationSpelling {
    /// `did you mean X?` when one of the keys is near enough, else all the keys.
    package static func advice(for key: String, among keys: [String]) -> String {
        let nearest = keys.map { (key: $0, distance: distance(key, $0)) }.min { $0.distance < $1.distance }
        if let nearest, nearest.distance <= max(1, nearest.key.count / 3) { return "did you mean \(nearest.key)?" }
        return "known here are \(keys.joined(separator: ", "))"
    }

    /// The letters to add, drop or change that lead from one to the other; case, `-` and `_` make no difference.
    static func distance(_ first: String, _ second: String) -> Int {
        let first = letters(of: first)
        let second = letters(of: second)
        guard abs(first.count - second.count) <= second.count else { return .max }
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in second.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }

    private static func letters(of key: String) -> [UInt8] {
        key.utf8.prefix(256).filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }.map {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0
        }
    }
}
