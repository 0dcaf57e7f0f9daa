/// Gathers what is wrong while a configuration is read to its end.
package final class ConfigurationFaults {
    package private(set) var all: [ConfigurationFault] = []

    /// A flood of faults is cut off here, so that it costs no memory.
    package func report(_ message: String, at place: ConfigurationPlace) {
        guard all.count < ConfigurationLimits.faults else { return }
        all.append(ConfigurationFault(place: place, message: message))
    }
}
