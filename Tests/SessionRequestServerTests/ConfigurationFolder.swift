internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestServer

/// A directory of its own with a configuration in it, for one test.
struct ConfigurationFolder: ~Copyable {
    let path: String

    var file: String { path + "/config.yaml" }

    init(_ text: String? = nil, over files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.path + "/configuration-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/config.d", withIntermediateDirectories: true)
        if let text { try write(text, to: "config.yaml") }
        for (name, text) in files { try write(text, to: "config.d/" + name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    func write(_ data: Data, to name: String) throws {
        try data.write(to: URL(filePath: path + "/" + name))
    }

    func read() throws(ConfigurationError) -> Configuration {
        try Configuration.read(file: file, isExplicit: true)
    }

    /// What is wrong with the configuration, without the directory's name; nothing when it is in order.
    func faults() -> [String] {
        do {
            _ = try read()
            return []
        } catch {
            return error.faults.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
        }
    }
}
