/// A letter that is not sent yet, as its recipient will read it.
enum LetterView {
    // More lines than any mail has; what is over it is counted.
    private static let limit = 1000

    /// The lines.
    static func lines(
        _ letter: WrittenLetter, showingMail: Bool, showingMessage: Bool, on screen: Screen
    ) -> [String] {
        var lines: [String] = []
        if showingMail {
            var sheet = Sheet(on: screen)
            sheet.add("from", letter.from)
            sheet.add("to", letter.to ?? "nobody: there is no address")
            sheet.add("subject", plain(letter.subject), .bold)
            if letter.hasCalendar { sheet.add("calendar", "an entry comes with it") }
            lines += sheet.lines + [""] + SafeText.lines(plain(letter.text), limit: limit)
        }
        if showingMessage, let message = letter.message {
            lines +=
                (lines.isEmpty ? [] : [screen.paint(.faint, "as a text message:")]) + [SafeText.line(plain(message))]
        }
        return lines
    }

    /// Without the marks that keep directions apart, which terminals do not know.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
    }
}
