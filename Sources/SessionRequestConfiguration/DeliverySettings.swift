/// The section `delivery`: how stubbornly what leaves the machine is tried.
package struct DeliverySettings: Sendable, Hashable {
    /// Attempts after which a delivery is given up.
    package var maxAttempts = 12
    /// Seconds after the first attempt that failed; they double with each.
    package var firstRetrySeconds: Int64 = 30
    /// Seconds at most between two attempts, before chance varies them.
    package var longestRetrySeconds: Int64 = 3600

    /// The settings of a desk that nobody has configured.
    package init() {}

    /// Reads the section.
    package init(_ reader: ConfigurationReader) {
        let members = reader.section(["maxAttempts", "firstRetrySeconds", "longestRetrySeconds"])
        maxAttempts = members["maxAttempts"]?.integer(in: 1...1000) ?? maxAttempts
        firstRetrySeconds = members["firstRetrySeconds"]?.integer(in: 1...86_400) ?? firstRetrySeconds
        longestRetrySeconds = members["longestRetrySeconds"]?.integer(in: 1...604_800) ?? longestRetrySeconds
        if longestRetrySeconds < firstRetrySeconds {
            (members["longestRetrySeconds"] ?? members["firstRetrySeconds"] ?? reader)
                .refuse("must leave longestRetrySeconds at least as long as firstRetrySeconds")
        }
    }
}
