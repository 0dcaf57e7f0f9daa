internal import Foundation
internal import SessionRequestConfiguration
package import SessionRequestText

/// What an admin has put in place of texts and templates: `templates/NAME.mustache` and `texts/LANG.yaml` in one folder.
package struct MailOverrides: Sendable {
    private static let keys = Set(MailText.allCases.map(\.key))

    /// By their names without `.mustache`.
    package private(set) var templates: [String: String] = [:]
    /// By their keys, such as `mail.greeting`.
    package private(set) var texts: [Language: [String: String]] = [:]

    /// What cannot be used, each with its file and the way out.
    package private(set) var faults: [String] = []

    /// Nothing in place of anything.
    package init() {}

    /// Reads a folder; one that is missing says nothing. What cannot be used is a fault, and what is built in stays.
    package init(folder: String) {
        for name in names(in: "\(folder)/templates", suffix: ".mustache") {
            let path = "\(folder)/templates/\(name).mustache"
            guard MailTemplates.names.contains(name) else {
                faults.append(
                    "cannot use \(path): it is no template that mail is made of; those are "
                        + MailTemplates.names.sorted().map { "\($0).mustache" }.joined(separator: ", "))
                continue
            }
            guard let source = contents(of: path) else { continue }
            if let cause = MailTemplates.fault(in: source, named: name) {
                faults.append("cannot use \(path): \(cause)")
            } else {
                templates[name] = source
            }
        }
        for name in MailTemplates.endless(templates) {
            templates[name] = nil
            faults.append("cannot use \(folder)/templates/\(name).mustache: it includes itself")
        }
        for name in names(in: "\(folder)/texts", suffix: ".yaml") {
            let path = "\(folder)/texts/\(name).yaml"
            guard let language = Language(rawValue: name) else {
                faults.append(
                    "cannot use \(path): it is of no language that there is; those are "
                        + Language.allCases.map { "\($0.rawValue).yaml" }.joined(separator: ", "))
                continue
            }
            do throws(ConfigurationError) {
                texts[language] = try ConfigurationTexts.read(file: path, keys: Self.keys)
            } catch {
                faults += error.faults.map(\.description)
            }
        }
    }

    private mutating func names(in folder: String, suffix: String) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.map { String($0.dropLast(suffix.count)) }
                .sorted()
        } catch CocoaError.fileReadNoSuchFile {
            return []
        } catch {
            faults.append("cannot read \(folder)")
            return []
        }
    }

    private mutating func contents(of path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path) else {
            faults.append("cannot read \(path)")
            return nil
        }
        guard data.count <= CourierLimits.template, let text = String(data: data, encoding: .utf8) else {
            faults.append("cannot use \(path): it must be UTF-8, and at most \(CourierLimits.template) bytes long")
            return nil
        }
        return text
    }
}
