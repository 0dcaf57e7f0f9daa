/// The section `reminders`: when recipients are reminded of what they agreed to.
package struct ReminderSettings: Sendable, Hashable {
    /// Minutes before the start of a scheduled session; none: nobody is reminded.
    package var minutesBefore: [Int64] = [60]

    /// The settings of a desk that nobody has configured.
    package init() {}

    /// Reads the section.
    package init(_ reader: ConfigurationReader) {
        let members = reader.section(["minutesBefore"])
        guard let list = members["minutesBefore"], let elements = list.elements(0...ConfigurationLimits.reminders)
        else { return }
        minutesBefore = []
        for element in elements {
            guard let minutes: Int64 = element.integer(in: 1...ConfigurationLimits.reminderMinutes) else { continue }
            if minutesBefore.contains(minutes) { element.refuse("is there already: \(minutes)") }
            minutesBefore.append(minutes)
        }
        minutesBefore.sort(by: >)
    }
}
