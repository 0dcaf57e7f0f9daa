/// Facts under each other: a name, and what it is, with long texts wrapped.
package struct Sheet {
    private let screen: Screen
    private let indent: Int
    private var facts: [(name: String, text: String, ink: Paint.Ink?)] = []

    /// An empty sheet, indented by so many columns.
    package init(on screen: Screen, indent: Int = 0) {
        self.screen = screen
        self.indent = indent
    }

    /// Adds a fact; nil and empty ones are left out.
    package mutating func add(_ name: String, _ text: String?, _ ink: Paint.Ink? = nil) {
        guard let text, !text.isEmpty else { return }
        facts.append((name, text, ink))
    }

    /// The lines. A text that has no spaces, such as a link, is not broken, so that it can be copied; where it does not fit
    /// beside its name it stands below.
    package var lines: [String] {
        let names = facts.reduce(0) { max($0, DisplayWidth.of($1.name)) }
        let room = screen.columns - indent - names - 2
        let margin = String(repeating: " ", count: indent)
        return facts.flatMap { fact in
            let text = SafeText.line(fact.text)
            if !text.contains(" "), DisplayWidth.of(text) > room {
                let isWide = DisplayWidth.of(text) + indent + 2 > screen.columns
                return [
                    margin + screen.paint(.faint, fact.name),
                    (isWide ? "" : margin + "  ") + screen.paint(fact.ink, text),
                ]
            }
            let texts = SafeText.lines(fact.text).flatMap { line in
                line.contains(" ") ? DisplayWidth.wrap(line, to: room) : [line]
            }
            return texts.enumerated().map { at, text in
                let name = DisplayWidth.fill(at == 0 ? fact.name : "", to: names)
                return margin + (at == 0 ? screen.paint(.faint, name) : name) + "  " + screen.paint(fact.ink, text)
            }
        }
    }
}
