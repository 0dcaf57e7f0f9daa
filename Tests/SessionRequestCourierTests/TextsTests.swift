internal import Foundation
internal import SessionRequestText
internal import Testing

@Suite("The texts of letters and messages")
struct TextsTests {
    /// What the sources of the courier say.
    private static func sources() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/SessionRequestCourier")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var text = ""
        while let file = files?.nextObject() as? URL {
            if file.pathExtension == "swift" { text += try String(contentsOf: file, encoding: .utf8) }
        }
        return text
    }

    @Test("Each is said by some letter or message")
    func used() throws {
        let sources = try Self.sources()
        #expect(sources.count > 10_000)
        for text in MailText.allCases {
            let isUsed = sources.contains(try Regex("\\.\(text.rawValue)\\b"))
            #expect(isUsed, "no letter says \(text.rawValue)")
        }
    }
}
