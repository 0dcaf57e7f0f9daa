internal import Logging
internal import SessionRequestServer
internal import Synchronization

/// The configuration that this process was told to use: read once at the start, and again at each hang-up.
final class ConfigurationFile: Sendable {
    private let path: String?
    private let readAlready: Mutex<Configuration?>
    /// The least that is logged, as the last reading said.
    let level: AdjustableLevel

    /// Reads the file; nil for the default one, which may be missing. Throws what is wrong with it.
    init(path: String?) throws {
        self.path = path
        let configuration = try Configuration.read(file: path, isExplicit: path != nil)
        readAlready = Mutex(configuration)
        level = AdjustableLevel(configuration.logLevel)
    }

    /// What the start read, when asked for the first time; from then on what the file says now.
    func configuration() throws -> Configuration {
        let first = readAlready.withLock { $0.take() }
        if let first { return first }
        let configuration = try Configuration.read(file: path, isExplicit: path != nil)
        level.current = configuration.logLevel
        return configuration
    }
}
