/// A version made of numbers joined by dots, such as `9.0.1`, compared number by number from the left.
///
/// A missing number counts as 0, so `9.0` and `9` are the same version, and `9.0.1` is above both.
public struct ProgramVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Without the zeros at its end, of which equal versions may have any number.
    private let numbers: [UInt64]

    /// Nil unless `text` is 1 to 8 decimal numbers below 10^18 joined by dots, and nothing else: no `v`, no suffix, no
    /// spaces. A program that reports such a version has not shown that it meets any minimum.
    public init?(_ text: String) {
        guard text.utf8.count <= Limits.token else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...8).contains(parts.count) else { return nil }
        var numbers: [UInt64] = []
        for part in parts {
            guard (1...18).contains(part.count), part.allSatisfy({ (48...57).contains($0) }) else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + UInt64($1 - 48) })
        }
        while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
        self.numbers = numbers
    }

    /// The shortest text of the version: `9` for `9.0`.
    public var description: String {
        numbers.map(String.init).joined(separator: ".")
    }

    /// Whether `lhs` is the older version.
    public static func < (lhs: ProgramVersion, rhs: ProgramVersion) -> Bool {
        lhs.numbers.lexicographicallyPrecedes(rhs.numbers)
    }
}
