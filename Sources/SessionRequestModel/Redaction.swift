/// Takes out of a text from outside what it may quote of a person, for logs that others read.
public enum Redaction {
    /// Digits from which on a row of them, with what numbers are written with, may be a telephone number.
    private static let numberDigits = 7
    private static let numberMarks: Set<Character> = ["+", "-", "(", ")", "/", ".", " "]

    /// The text with mail addresses and long numbers replaced by what they are.
    public static func withoutAddresses(_ text: String) -> String {
        withoutNumbers(
            text.split(separator: " ", omittingEmptySubsequences: false)
                .map { $0.contains("@") ? "(an address)" : $0 }.joined(separator: " "))
    }

    private static func withoutNumbers(_ text: String) -> String {
        var shown = ""
        var row = ""
        for character in text + "\n" {
            if character.isWholeNumber || numberMarks.contains(character) {
                row.append(character)
                continue
            }
            let isNumber = row.count(where: \.isWholeNumber) >= numberDigits
            shown += isNumber ? spaced("(a number)", like: row) : row
            row = ""
            shown.append(character)
        }
        return String(shown.dropLast())
    }

    private static func spaced(_ text: String, like row: String) -> String {
        (row.first == " " ? " " : "") + text + (row.last == " " ? " " : "")
    }
}
