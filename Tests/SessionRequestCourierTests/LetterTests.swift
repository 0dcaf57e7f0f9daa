internal import Foundation
internal import SessionRequestCourier
internal import SessionRequestText
internal import SessionRequestWire
internal import Testing

@Suite("Letters")
struct LetterTests {
    private static let now = Date(timeIntervalSince1970: 1_795_000_000)

    @Test("Every purpose has a letter in every language", arguments: LetterPurpose.allCases, Language.allCases)
    func letters(purpose: LetterPurpose, language: Language) throws {
        let request = Samples.request(language: language.rawValue, subject: "Printer", isScheduled: true)
        let letter = Samples.writer().letter(for: Samples.occasion(purpose, request), at: Self.now)
        #expect(letter.language == language && letter.subject.contains("Printer"))
        for text in [letter.subject, letter.text, letter.draft] { #expect(!text.contains("{") && !text.contains("&")) }
        let leadsSomewhere = purpose != .canceled
        #expect(letter.text.contains(Samples.link) == leadsSomewhere)
        #expect(letter.html.contains("href=\"\(Samples.link)\"") == leadsSomewhere)
        #expect(letter.html.contains("dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\""))
        #expect(!letter.text.contains("\n\n\n") && letter.text.hasSuffix("\n"))
    }

    @Test("A name cannot become markup, and a placeholder in it stays what it is")
    func hostile() throws {
        let name = #"<script>alert("{code}")</script> & {{lead}}"#
        let request = Samples.request(name: name, subject: "<img src=x>")
        let letter = Samples.writer().letter(for: Samples.occasion(.invitation, request), at: Self.now)
        #expect(!letter.html.contains("<script>") && !letter.html.contains("<img"))
        #expect(letter.html.contains("&lt;script&gt;"))
        #expect(letter.text.contains(name))
    }

    @Test("Without names the letter still says who it is from")
    func nameless() throws {
        let occasion = Samples.occasion(.invitation, Samples.request(), organization: nil, agent: nil)
        let letter = Samples.writer().letter(for: occasion, at: Self.now)
        #expect(letter.subject == "Support invites you to a support session")
    }

    @Test("An admin's texts and templates take the place of the built-in ones")
    func overrides() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["templates", "texts"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        func put(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try put("texts/de.yaml", "mail: {greeting: \"Moin {name},\"}\n")
        try put("templates/invitation.text.mustache", "{{greeting}} <{{lead}}>")
        let writer = Samples.writer(MailOverrides(folder: folder.path))
        let german = writer.letter(for: Samples.occasion(.invitation, Samples.request(language: "de")), at: Self.now)
        #expect(german.text.hasPrefix("Moin Maria Silva, <ana (Example Support) möchte"))
        let other = writer.letter(for: Samples.occasion(.linkRenewed, Samples.request(language: "de")), at: Self.now)
        #expect(other.text.hasPrefix("Moin Maria Silva,\n\n"))
    }

    @Test(
        "What cannot be used of an admin's is named, and what is built in stays",
        arguments: [
            ("texts/de.yaml", "mail: {greting: Moin}"), ("texts/de.yaml", "mail: [Moin"), ("texts/xx.yaml", "mail: {}"),
            ("templates/mail.text.mustache", "\n{{#open}}"), ("templates/mail.text.mustache", "{{greeting"),
            ("templates/mail.text.mustache", "Hello! {{> mail.text}}"), ("templates/male.text.mustache", "Hello!"),
        ])
    func faultyOverrides(name: String, text: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        let overrides = MailOverrides(folder: folder.path)
        #expect(overrides.faults.count == 1)
        #expect(overrides.faults.allSatisfy { $0.contains(file.path) })
        let occasion = Samples.occasion(.invitation, Samples.request(language: "de"))
        let letter = Samples.writer(overrides).letter(for: occasion, at: Self.now)
        let usual = Samples.writer().letter(for: occasion, at: Self.now)
        #expect(letter.subject == usual.subject && letter.text == usual.text && letter.html == usual.html)
    }

    @Test("The calendar part goes with the time, and names the request for all times")
    func calendar() throws {
        var occasion = Samples.occasion(.invitation, Samples.request(isScheduled: true))
        occasion.calendarMethod = "request"
        occasion.calendarSequence = 2
        let writer = Samples.writer()
        let part = try #require(writer.letter(for: occasion, at: Self.now).calendar)
        #expect(part.method == .request && part.sequence == 2)
        #expect(part.uid == "session-request-42-20261125100000000@desk.test")
        occasion.purpose = .canceled
        occasion.calendarMethod = "cancel"
        occasion.request.schedule = nil
        let canceled = try #require(writer.letter(for: occasion, at: Self.now).calendar)
        #expect(canceled.method == .cancel && canceled.uid == part.uid && canceled.start == nil)
        occasion.calendarMethod = nil
        #expect(writer.letter(for: occasion, at: Self.now).calendar == nil)
    }
}
