internal import Foundation
internal import SessionRequestCourier
internal import Testing

@Suite("Fields of a message's header")
struct HeaderFieldTests {
    @Test("Plain text stays as it is")
    func plain() {
        #expect(HeaderField.text("Subject", "Your new link").line == "Subject: Your new link\r\n")
        #expect(
            HeaderField.mailbox("To", display: "Maria Silva", address: "m@example.org").line
                == "To: Maria Silva <m@example.org>\r\n")
        #expect(HeaderField.mailbox("To", display: nil, address: "m@example.org").line == "To: m@example.org\r\n")
    }

    @Test("A name with other characters than those of an atom is quoted")
    func quoted() {
        #expect(
            HeaderField.mailbox("To", display: #"Silva, "M" \ Maria"#, address: "m@example.org").line
                == #"To: "Silva, \"M\" \\ Maria" <m@example.org>"# + "\r\n")
    }

    @Test(
        "Text in other letters is encoded and comes back", arguments: ["Grüße", "日本語の件名", "مرحبًا", "👩‍👩‍👧 Hello", "a – b"])
    func encoded(text: String) {
        let long = Array(repeating: text, count: 12).joined(separator: " ")
        let line = HeaderField.text("Subject", long).line
        #expect(line.utf8.allSatisfy { $0 < 0x80 })
        #expect(line.hasPrefix("Subject: =?utf-8?B?"))
        for piece in line.split(separator: "\r\n") { #expect(piece.utf8.count <= 78) }
        let words = line.matches(of: /=\?utf-8\?B\?([A-Za-z0-9+\/=]+)\?=/)
        for word in words { #expect(word.output.0.utf8.count <= 75) }
        // Each word is whole characters by itself.
        let decoded = words.map { String(data: Data(base64Encoded: String($0.output.1)) ?? Data(), encoding: .utf8) }
        #expect(decoded.compactMap(\.self).joined() == long)
    }

    @Test(
        "No text begins a field of its own",
        arguments: [
            "a\r\nBcc: x@example.org", "a\nBcc: x", "a\rBcc: x", "a\u{0}b", "a\u{85}b", "a\u{2028}Bcc: x",
            String(repeating: "long ", count: 80), String(repeating: "x", count: 400), "=?utf-8?B?Zm9v?=", "  a  b  ",
        ])
    func injection(text: String) {
        for line in [
            HeaderField.text("Subject", text).line,
            HeaderField.mailbox("To", display: text, address: "m@example.org").line,
            HeaderField.mailbox("To", display: "m", address: "m@example.org\r\nBcc: x@y.z").line,
            HeaderField.structured("Message-ID", text).line,
        ] {
            #expect(line.hasSuffix("\r\n"))
            let lines = line.dropLast().split(separator: "\r\n", omittingEmptySubsequences: false)
            for folded in lines.dropFirst() { #expect(folded.hasPrefix(" ") && folded.contains { $0 != " " }) }
            #expect(line.hasPrefix("Message-ID") || !line.contains("=?utf-8?B?Zm9v?="))
        }
    }

    @Test("A date is that of RFC 5322, in UTC")
    func date() {
        #expect(MailDate.text(Date(timeIntervalSince1970: 1_795_000_000)) == "Wed, 18 Nov 2026 11:06:40 +0000")
    }
}
