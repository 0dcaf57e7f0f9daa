internal import SessionRequestText
internal import Testing

@Suite struct MomentTextTests {
    /// Without the narrow spaces that some languages put before a unit.
    private static func plain(_ text: String?) -> String? {
        text.map { String($0.map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 }) }
    }

    @Test(arguments: [
        (Language.english, "Europe/Berlin", "Monday, June 3, 2030 at 2:30 PM (Central European Time)"),
        (.german, "Europe/Berlin", "Montag, 3. Juni 2030 um 14:30 (Mitteleuropäische Zeit)"),
        (.french, "America/Sao_Paulo", "lundi 3 juin 2030 à 9:30 (heure normale de Brasilia)"),
        (.japanese, "Asia/Tokyo", "2030年6月3日 月曜日 21:30 (日本標準時)"),
    ])
    func aMomentIsWrittenInItsZoneWithTheZonesName(language: Language, zone: String, text: String) {
        let moments = MomentText(language: language, timeZone: zone)
        #expect(Self.plain(moments.moment("2030-06-03T12:30:00.000Z")) == text)
        #expect(Self.plain(moments.moment("2030-06-03T12:30:00Z")) == text)
    }

    @Test(arguments: Language.allCases) func everyLanguageWritesMomentsInWesternDigits(language: Language) throws {
        let text = try #require(
            MomentText(language: language, timeZone: "Europe/Warsaw").moment("2030-06-03T12:30:00.000Z"))
        #expect(text.contains("2030") && text.contains("30") && text.contains("("))
    }

    @Test func aSpanNamesItsDayOnce() {
        let moments = MomentText(language: .english, timeZone: nil)
        #expect(
            Self.plain(moments.span(from: "2030-06-03T12:30:00.000Z", to: "2030-06-03T13:00:00.000Z"))
                == "Monday, June 3, 2030 at 12:30 PM – 1:00 PM (Greenwich Mean Time)")
        #expect(
            Self.plain(moments.span(from: "2030-06-03T23:30:00.000Z", to: "2030-06-04T00:30:00.000Z"))
                == "Monday, June 3, 2030 at 11:30 PM – Tuesday, June 4, 2030 at 12:30 AM (Greenwich Mean Time)")
        #expect(
            moments.span(from: "2030-06-03T12:30:00.000Z", to: nil) == moments.moment("2030-06-03T12:30:00.000Z"))
    }

    @Test(arguments: ["", "tomorrow", "2030-06-03", "2030-06-03T12:30:00"]) func whatIsNoMomentIsNone(text: String) {
        #expect(MomentText(language: .english, timeZone: nil).moment(text) == nil)
    }

    @Test func aZoneThatNobodyKnowsIsThatOfGreenwich() {
        let unknown = MomentText(language: .english, timeZone: "Mars/Olympus").moment("2030-06-03T12:30:00.000Z")
        #expect(unknown == MomentText(language: .english, timeZone: nil).moment("2030-06-03T12:30:00.000Z"))
    }
}
