internal import SessionRequestCourier
internal import SessionRequestText
internal import SessionRequestWire
internal import Testing

@Suite("Text messages")
struct ShortMessageTests {
    private static let latin = Language.allCases.filter { $0 != .japanese && $0 != .arabic }

    @Test("One segment in the languages whose letters allow it", arguments: LetterPurpose.allCases, latin)
    func oneSegment(purpose: LetterPurpose, language: Language) throws {
        let request = Samples.request(language: language.rawValue, isScheduled: true)
        let wording = Samples.writer().wording(of: Samples.occasion(purpose, request))
        guard let text = ShortMessage.text(wording) else {
            #expect(purpose == .closed)
            return
        }
        #expect(MessageAlphabet.segments(text) == 1, "\(text)")
        #expect(text.contains(Samples.link) == (purpose != .canceled))
    }

    @Test("Two segments where they do not, and the link whole", arguments: [Language.japanese, .arabic])
    func twoSegments(language: Language) throws {
        let request = Samples.request(language: language.rawValue, isScheduled: true)
        for purpose in LetterPurpose.allCases where purpose != .closed && purpose != .canceled {
            let text = try #require(
                ShortMessage.text(Samples.writer().wording(of: Samples.occasion(purpose, request))))
            #expect(MessageAlphabet.segments(text) <= 2 && text.contains(Samples.link), "\(text)")
        }
    }

    @Test("A long name is cut, the link never")
    func longName() throws {
        let occasion = Samples.occasion(
            .invitation, Samples.request(), organization: String(repeating: "Organisation ", count: 9),
            agent: String(repeating: "Agent ", count: 20))
        let text = try #require(ShortMessage.text(Samples.writer().wording(of: occasion)))
        #expect(MessageAlphabet.segments(text) == 1 && text.contains(Samples.link) && text.hasPrefix("Agent"))
    }

    @Test(
        "Units are counted as networks count them",
        arguments: [
            (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
            (String(repeating: "€", count: 80), 1), (String(repeating: "€", count: 81), 2),
            (String(repeating: "漢", count: 70), 1), (String(repeating: "漢", count: 71), 2),
            (String(repeating: "😀", count: 35), 1), (String(repeating: "😀", count: 36), 2), ("", 1),
            (String(repeating: "a", count: 306), 2), (String(repeating: "a", count: 307), 3),
        ])
    func segments(text: String, count: Int) { #expect(MessageAlphabet.segments(text) == count) }

    @Test(
        "Letters that the short alphabet lacks are written as those that it has",
        arguments: [
            ("ação", "acao"), ("Müller", "Müller"),
            ("Łódź", "Lódź".replacing("ó", with: "o").replacing("ź", with: "z")), ("l’été – œuf…", "l'été - oeuf..."),
            ("漢", "漢"),
        ])
    func folding(text: String, folded: String) { #expect(MessageAlphabet.folded(text) == folded) }

    @Test("Values stand in their places as the format has them, once")
    func places() {
        let filled = MessagePlaces.filled(
            #"{"to":"{number}","x":"{text}"}"#, number: "+49", text: "a\"{number}\n",
            MessagePlaces.escape(for: "application/json; charset=utf-8"))
        #expect(filled == #"{"to":"+49","x":"a\"{number}\n"}"#)
        let form = MessagePlaces.filled(
            "to={number}&b={text}", number: "+49", text: "a b&c=ä",
            MessagePlaces.escape(for: "application/x-www-form-urlencoded"))
        #expect(form == "to=%2B49&b=a%20b%26c%3D%C3%A4")
        #expect(
            MessagePlaces.filled("<t>{text}</t>", number: "", text: "<&>", MessagePlaces.escape(for: "text/xml"))
                == "<t>&lt;&amp;&gt;</t>")
    }
}
