internal import Foundation
internal import SessionRequestText
internal import Testing

@Suite struct TextsTests {
    /// What the sources of the page say, but for where a text is declared.
    private static func sources() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/SessionRequestPortal")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var text = ""
        while let file = files?.nextObject() as? URL {
            if file.pathExtension == "swift" { text += try String(contentsOf: file, encoding: .utf8) }
        }
        return text
    }

    @Test func everyTextIsUsed() throws {
        let sources = try Self.sources()
        #expect(sources.count > 10_000)
        for text in PageText.allCases {
            let isUsed = sources.contains(try Regex("\\.\(text.rawValue)\\b"))
            #expect(isUsed, "no page shows \(text.rawValue)")
        }
    }
}
