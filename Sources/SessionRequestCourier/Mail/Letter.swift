package import SessionRequestText

/// What a recipient reads, before it is made a message.
package struct Letter: Sendable {
    package var language: Language
    package var subject: String
    package var text: String
    package var html: String
    package var calendar: CalendarPart?
    /// The subject and the words that matter, for an agent who sends it by hand.
    package var draft: String
}
