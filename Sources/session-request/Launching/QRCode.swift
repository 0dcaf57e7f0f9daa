internal import CQRencode

/// A QR code (ISO/IEC 18004) in byte mode with error correction M, for a terminal.
package struct QRCode {
    /// The modules of a side.
    package let side: Int
    private let dark: [Bool]

    /// The smallest code for a text; nil when the text is too long for any.
    package init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        self.side = side
        dark = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether a module is dark; what lies outside is light.
    package func isDark(row: Int, column: Int) -> Bool {
        guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
        return dark[row * side + column]
    }

    /// Two rows a line in half blocks, with the quiet zone of four modules that readers need.
    ///
    /// Light modules are the ones that are drawn, so that the code is dark on light on a terminal with a dark background;
    /// with colours it is black on white on every terminal.
    package func lines(paint: Paint) -> [String] {
        stride(from: -4, to: side + 4, by: 2).map { row in
            let text = (-4..<side + 4).map { column -> String in
                switch (isDark(row: row, column: column), isDark(row: row + 1, column: column)) {
                case (false, false): "█"
                case (false, true): "▀"
                case (true, false): "▄"
                case (true, true): " "
                }
            }.joined()
            return paint.isOn ? "\u{1B}[97;40m\(text)\u{1B}[0m" : text
        }
    }

    /// The columns that its lines take.
    package var columns: Int { side + 8 }
}
