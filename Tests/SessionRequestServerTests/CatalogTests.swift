internal import Foundation
internal import Logging
internal import SessionRequestServer
internal import Systemd
internal import Testing

/// Holds `contrib/catalog` to `MessageID`: each id is explained, and nothing else is.
@Suite struct CatalogTests {
    private struct Entry {
        let id: String
        var header: [String: String] = [:]
        var text = ""
    }

    private func catalog() throws -> [Entry] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "contrib/catalog/session-requestd.catalog")
        var entries: [Entry] = []
        var inHeader = false
        let lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines where !line.hasPrefix("#") {
            if line.hasPrefix("-- ") {
                entries.append(Entry(id: String(line.dropFirst(3))))
                inHeader = true
            } else if line.isEmpty {
                inHeader = false
            } else if inHeader, let colon = line.firstIndex(of: ":"), let last = entries.indices.last {
                entries[last].header[String(line[..<colon])] = line[line.index(after: colon)...]
                    .trimmingCharacters(in: .whitespaces)
            } else if let last = entries.indices.last {
                entries[last].text += line + "\n"
            }
        }
        return entries
    }

    @Test func theCatalogueAndTheProgramKnowTheSameIDs() throws {
        #expect(try catalog().map(\.id).sorted() == MessageID.allCases.map(\.rawValue).sorted())
    }

    @Test func everyEntrySaysWhatItIsAboutAndWhatToDo() throws {
        for entry in try catalog() {
            #expect(entry.header["Subject"]?.isEmpty == false, "\(entry.id)")
            #expect(entry.header["Defined-By"] == "session-requestd", "\(entry.id)")
            #expect(entry.text.contains("What to do:"), "\(entry.id)")
        }
    }

    @Test(arguments: MessageID.allCases)
    func anIDIsThirtyTwoLowerCaseHexadecimalDigits(id: MessageID) {
        #expect(id.rawValue.count == 32)
        #expect(id.rawValue.allSatisfy { "0123456789abcdef".contains($0) })
        #expect(id.metadata()[JournalField.messageID] == .string(id.rawValue))
    }
}
