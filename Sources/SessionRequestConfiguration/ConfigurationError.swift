/// Why there is no configuration: everything that is wrong with it, in the order of the files and of their lines.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// At least one, and at most `ConfigurationLimits.faults`.
    public let faults: [ConfigurationFault]

    init(_ faults: [ConfigurationFault]) {
        self.faults = Array(
            faults.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
                .map(\.element).prefix(ConfigurationLimits.faults))
    }

    /// One line for each fault: `cannot use FILE:LINE:COLUMN: KEY must be …`.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}

/// One thing that is wrong with the configuration.
public struct ConfigurationFault: Sendable, Equatable, CustomStringConvertible {
    /// Where it is.
    public let place: ConfigurationPlace
    /// The key's path and what would be right: `policy.maxDenials must be an integer from 1 to 1000`.
    public let message: String

    /// The fault as one line.
    public var description: String {
        "cannot use \(place): \(message)"
    }

    fileprivate var order: ConfigurationPlace.Order { place.order }
}

/// A place in a file of the configuration.
public struct ConfigurationPlace: Sendable, Equatable, CustomStringConvertible {
    struct Order: Comparable {
        let file: Int
        let line: Int
        let column: Int

        static func < (lhs: Order, rhs: Order) -> Bool {
            (lhs.file, lhs.line, lhs.column) < (rhs.file, rhs.line, rhs.column)
        }
    }

    /// The file, as it was named.
    public let file: String
    /// The line, from 1; nil: the file as a whole.
    public let line: Int?
    /// The column in characters, from 1; nil: the line as a whole.
    public let column: Int?
    /// Which of the files it is, in the order in which they are read.
    let fileNumber: Int

    init(file: String, number: Int, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
        fileNumber = number
    }

    /// `FILE:LINE:COLUMN`, as far as they are known.
    public var description: String {
        [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }

    var order: Order { Order(file: fileNumber, line: line ?? 0, column: column ?? 0) }
}
