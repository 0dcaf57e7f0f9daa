/// Why somebody is written to; the raw value is the delivery's.
package enum LetterPurpose: String, Sendable, CaseIterable {
    case invitation, linkRenewed, rescheduled, reminder, canceled, closed
}
