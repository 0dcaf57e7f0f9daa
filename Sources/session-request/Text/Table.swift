/// Rows of text in columns that line up, made to fit a width.
///
/// A column in which nothing is written is left out. Where the rows are too wide, flexible columns give way, the widest
/// first, each down to its least width; then columns that one can do without are left out, the last first; what is still
/// too wide is cut at the end.
package struct Table {
    /// How a column behaves.
    package struct Column {
        let title: String
        let least: Int?
        let isNumber: Bool
        let isDispensable: Bool

        /// `least` is the width to which the column may be cut; nil keeps it whole. Numbers stand at the right.
        package init(_ title: String, least: Int? = nil, isNumber: Bool = false, isDispensable: Bool = false) {
            self.title = title
            self.least = least
            self.isNumber = isNumber
            self.isDispensable = isDispensable
        }
    }

    /// A text and its ink.
    package struct Cell {
        let text: String
        let ink: Paint.Ink?

        /// The text is made fit for a terminal here.
        package init(_ text: String, _ ink: Paint.Ink? = nil) {
            self.text = SafeText.line(text)
            self.ink = ink
        }
    }

    private let columns: [Column]
    private var rows: [[Cell]] = []

    /// A table without rows.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of as many cells as there are columns.
    package mutating func append(_ cells: [Cell]) { rows.append(cells) }

    /// Whether it has no rows.
    package var isEmpty: Bool { rows.isEmpty }

    /// The title line and the rows, no line wider than `width`.
    package func lines(width: Int, paint: Paint) -> [String] {
        var shown = columns.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
        guard !shown.isEmpty else { return [] }
        var widths = fitted(shown, to: width)
        while Self.total(widths) > width, let last = shown.lastIndex(where: { columns[$0].isDispensable }) {
            shown.remove(at: last)
            widths = fitted(shown, to: width)
        }
        let titles = shown.map { Cell(columns[$0].title, .faint) }
        return [line(titles, shown, widths, width, paint)]
            + rows.map { row in line(shown.map { row[$0] }, shown, widths, width, paint) }
    }

    private func fitted(_ shown: [Int], to width: Int) -> [Int] {
        var widths = shown.map { column in
            rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column].text)) }
        }
        var excess = Self.total(widths) - width
        while excess > 0 {
            let candidates = shown.indices.filter { at in
                columns[shown[at]].least.map { widths[at] > max($0, DisplayWidth.of(columns[shown[at]].title)) }
                    ?? false
            }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    /// The columns of a row, the space between the cells included.
    private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * (widths.count - 1) }

    private func line(_ cells: [Cell], _ shown: [Int], _ widths: [Int], _ width: Int, _ paint: Paint) -> String {
        var line = ""
        var room = width
        for (at, cell) in cells.enumerated() where room > 0 {
            let isLast = at == cells.count - 1
            let columns = min(widths[at], room)
            let isNumber = self.columns[shown[at]].isNumber
            let text =
                isNumber
                ? DisplayWidth.fillFront(cell.text, to: columns)
                : isLast ? DisplayWidth.cut(cell.text, to: columns) : DisplayWidth.fill(cell.text, to: columns)
            let end = isLast ? text.endIndex : text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
            line += paint(cell.ink, String(text[..<end])) + text[end...]
            room -= columns
            if !isLast, room > 0 {
                line += room == 1 ? " " : "  "
                room -= 2
            }
        }
        let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
        return String(line[..<end])
    }
}
