internal import Foundation
internal import JSONRPC

/// The schema of the configuration, as the project publishes it.
enum ConfigurationSchema {
    /// A key of the schema, with `*` for what an admin names or counts.
    struct Key: Sendable, CustomStringConvertible {
        let path: [String]
        let schema: JSONNode

        var description: String { path.joined(separator: ".") }

        /// A configuration in which only this key is written, as one line of YAML.
        func line(_ value: String) -> String {
            path.reversed().reduce(value) { "{\($1): \($0)}" } + "\n"
        }
    }

    static func file(_ path: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../" + path)
    }

    static func root() throws -> JSONNode {
        try JSONDocument([UInt8](Data(contentsOf: file("schema/config.schema.json")))).root
    }

    static func keys() throws -> [Key] {
        func keys(of schema: JSONNode, at path: [String]) -> [Key] {
            var found: [Key] = []
            if let properties = schema["properties"] {
                for member in properties.members {
                    let key = Key(path: path + [member.name.string ?? ""], schema: member.value)
                    found.append(key)
                    found += keys(of: key.schema, at: key.path)
                }
            }
            for name in ["items", "additionalProperties"] {
                if let inner = schema[name], inner.kind == .object { found += keys(of: inner, at: path + ["*"]) }
            }
            return found
        }
        return keys(of: try root(), at: [])
    }

    /// The configuration that says what the schema says of a key that is left out, as JSON. Roles are no part of it, for
    /// what they are by default cannot be written: it names the user that runs the daemon.
    static func defaults() throws -> String {
        func text(of schema: JSONNode, at path: [String]) -> String? {
            guard let properties = schema["properties"] else {
                return schema["default"].map { String(decoding: $0.rawBytes, as: UTF8.self) }
            }
            let members = properties.members.compactMap { member -> String? in
                guard let name = member.name.string, path + [name] != ["roles"],
                    path + [name] != ["connectors", "anydesk"]
                else { return nil }
                return text(of: member.value, at: path + [name]).map { "\"\(name)\": \($0)" }
            }
            return members.isEmpty ? nil : "{\(members.joined(separator: ", "))}"
        }
        return text(of: try root(), at: []) ?? ""
    }
}
