internal import Foundation
internal import SessionRequestConfiguration
package import SessionRequestText

/// What an admin has put in place of texts and templates: `templates/NAME.mustache` and `texts/LANG.yaml` in one folder.
package struct MailOverrides: Sendable {
    /// What is wrong with a file, with its name and the way out.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    private static let keys = Set(MailText.allCases.map(\.key))

    /// By their names without `.mustache`.
    package private(set) var templates: [String: String] = [:]
    /// By their keys, such as `mail.greeting`.
    package private(set) var texts: [Language: [String: String]] = [:]

    /// Nothing in place of anything.
    package init() {}

    /// Reads a folder; one that is missing says nothing. Throws at the first file that cannot be used.
    package init(folder: String) throws {
        for name in try Self.names(in: "\(folder)/templates", suffix: ".mustache") {
            let path = "\(folder)/templates/\(name).mustache"
            guard MailTemplates.names.contains(name) else {
                throw Fault(
                    description: "\(path) is no template that mail is made of; those are "
                        + MailTemplates.names.sorted().map { "\($0).mustache" }.joined(separator: ", "))
            }
            templates[name] = try Self.contents(of: path)
        }
        for name in try Self.names(in: "\(folder)/texts", suffix: ".yaml") {
            let path = "\(folder)/texts/\(name).yaml"
            guard let language = Language(rawValue: name) else {
                throw Fault(
                    description: "\(path) is of no language that there is; those are "
                        + Language.allCases.map { "\($0.rawValue).yaml" }.joined(separator: ", "))
            }
            texts[language] = try ConfigurationTexts.read(file: path, keys: Self.keys)
        }
        _ = try MailTemplates(overriddenBy: templates)
    }

    private static func names(in folder: String, suffix: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.map { String($0.dropLast(suffix.count)) }
                .sorted()
        } catch CocoaError.fileReadNoSuchFile {
            return []
        } catch {
            throw Fault(description: "\(folder) cannot be read")
        }
    }

    private static func contents(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Fault(description: "\(path) cannot be read")
        }
        guard data.count <= CourierLimits.template, let text = String(data: data, encoding: .utf8) else {
            throw Fault(description: "\(path) must be UTF-8, and at most \(CourierLimits.template) bytes long")
        }
        return text
    }
}
