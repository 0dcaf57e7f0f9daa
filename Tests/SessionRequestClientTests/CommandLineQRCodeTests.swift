internal import Testing
internal import session_request

@Suite("QR codes in half blocks")
struct CommandLineQRCodeTests {
    @Test("The quiet zone is light, the finders are dark where they must be, and lines pair the rows")
    func shape() throws {
        let code = try #require(QRCode("http://localhost:7080/s/abc"))
        #expect(code.side >= 25 && (code.side - 17).isMultiple(of: 4))
        for (row, column) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
            for at in 0..<7 {
                #expect(code.isDark(row: row, column: column + at) && code.isDark(row: row + 6, column: column + at))
                #expect(code.isDark(row: row + at, column: column) && code.isDark(row: row + at, column: column + 6))
            }
            #expect(!code.isDark(row: row + 1, column: column + 1) && code.isDark(row: row + 3, column: column + 3))
        }
        #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: code.side))
        let lines = code.lines(paint: Paint(isOn: false))
        #expect(lines.count == (code.side + 8 + 1) / 2)
        #expect(lines.allSatisfy { $0.count == code.columns })
        #expect(lines[0].allSatisfy { $0 == "█" } && lines[1].allSatisfy { $0 == "█" })
        #expect(lines[2].hasPrefix("████ ▄▄▄▄▄ █"))
    }

    @Test("A text that fits in no code has none")
    func tooLong() {
        #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
    }
}
