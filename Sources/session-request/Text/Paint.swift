/// Colours and weights for a terminal, or none.
package struct Paint: Sendable, Equatable {
    /// What a terminal can do to a text.
    package enum Ink: String, Sendable {
        case bold = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case magenta = "35"
        case cyan = "36"
        case boldGreen = "1;32"
        case boldRed = "1;31"
    }

    /// Whether anything is coloured at all.
    package let isOn: Bool

    /// On, or off.
    package init(isOn: Bool) { self.isOn = isOn }

    /// The text in an ink; nil leaves it as it is.
    package func callAsFunction(_ ink: Ink?, _ text: String) -> String {
        guard isOn, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }

    /// The ink of a status: what asks for an agent stands out, what is over steps back.
    package static func ink(ofStatus status: String) -> Ink? {
        switch status {
        case "open": .blue
        case "waiting": .yellow
        case "ready": .boldGreen
        case "connected": .magenta
        case "closed", "expired": .faint
        default: nil
        }
    }

    /// The ink of a priority.
    package static func ink(ofPriority priority: String) -> Ink? {
        switch priority {
        case "urgent": .boldRed
        case "high": .yellow
        case "low": .faint
        default: nil
        }
    }
}
