internal import Foundation
internal import SessionRequestCourier
internal import Testing

@Suite("Bodies on their way")
struct TransferEncodingTests {
    @Test(
        "What is mostly ASCII stays readable; the rest is base64",
        arguments: [("Hello", "quoted-printable"), ("日本語", "base64")])
    func choice(text: String, name: String) { #expect(TransferEncoding.chosen(for: text).rawValue == name) }

    @Test(
        "Quoted-printable",
        arguments: [
            ("a=b", "a=3Db\r\n"), ("é", "=C3=A9\r\n"), ("end \n", "end=20\r\n"), ("tab\t", "tab=09\r\n"),
            (".\n", "=2E\r\n"), ("From here", "=46rom here\r\n"), ("a\nb", "a\r\nb\r\n"), ("a\r\nb\r\n", "a\r\nb\r\n"),
            ("", ""), ("\n\n", "\r\n\r\n"),
        ])
    func quotedPrintable(text: String, encoded: String) {
        #expect(TransferEncoding.quotedPrintable.encoded(text) == encoded)
    }

    @Test(
        "No line is over 76 characters, and everything comes back", arguments: [1, 74, 75, 76, 77, 152, 1000],
        ["x", "é", " ", "="])
    func lengths(count: Int, piece: String) {
        let text = String(repeating: piece, count: count)
        let encoded = TransferEncoding.quotedPrintable.encoded(text)
        for line in encoded.split(separator: "\r\n") { #expect(line.utf8.count <= 76) }
        #expect(decoded(encoded) == text + "\r\n")
        let base64 = TransferEncoding.base64.encoded(text)
        for line in base64.split(separator: "\r\n") { #expect(line.utf8.count <= 76) }
        #expect(
            Data(base64Encoded: base64.replacing("\r\n", with: "")).map { String(decoding: $0, as: UTF8.self) } == text
                + "\r\n")
    }

    private func decoded(_ encoded: String) -> String {
        var bytes: [UInt8] = []
        var rest = encoded.replacing("=\r\n", with: "").utf8[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            guard byte == 0x3D else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
