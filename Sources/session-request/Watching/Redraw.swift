/// Draws lines over those that were drawn before, in place. A value: the text is for the caller to write.
package struct Redraw {
    /// Nobody types here: the cursor is out of the way.
    package static let hideCursor = "\u{1B}[?25l"
    /// The cursor as it was, on a line without the `^C` that the terminal wrote there.
    package static let end = "\r\u{1B}[K\u{1B}[?25h"

    private var drawn: [String] = []

    /// Nothing is drawn.
    package init() {}

    /// What to write so that these lines stand where the last ones stood; empty when they are the same.
    package mutating func text(for lines: [String]) -> String {
        guard lines != drawn else { return "" }
        var text = drawn.isEmpty ? "" : "\u{1B}[\(drawn.count)A"
        for line in lines { text += "\r\(line)\u{1B}[K\n" }
        if lines.count < drawn.count { text += "\u{1B}[J" }
        drawn = lines
        return text
    }

    /// The terminal has another size, at which the old lines may be broken: what to write so that all is drawn anew.
    package mutating func resized() -> String {
        defer { drawn = [] }
        return drawn.isEmpty ? "" : "\u{1B}[\(drawn.count)A\r\u{1B}[J"
    }
}
