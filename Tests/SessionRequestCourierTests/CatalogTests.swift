internal import Foundation
internal import SessionRequestCourier
internal import Testing

@Suite("The catalogue of noteworthy lines")
struct CatalogTests {
    private func entries() throws -> [Substring] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../contrib/catalog/session-request-courier.catalog")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n-- ").dropFirst().map { $0 }
    }

    @Test("It explains each line that has an id, and no other")
    func ids() throws {
        #expect(
            try entries().map { String($0.prefix(32)) }.sorted() == MessageID.allCases.map(\.rawValue).sorted())
    }

    @Test("Each entry says what it is about and what to do")
    func words() throws {
        for entry in try entries() {
            #expect(entry.contains("\nSubject: ") && entry.contains("\nDefined-By: session-request-courier\n"))
            #expect(entry.contains("\nWhat to do: "))
        }
    }
}
