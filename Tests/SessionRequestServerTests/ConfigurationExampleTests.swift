internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestServer
internal import SessionRequestService
internal import Testing

@Suite struct ConfigurationExampleTests {
    private static func lines() throws -> [String] {
        try String(contentsOf: ConfigurationSchema.file("contrib/config/config.yaml"), encoding: .utf8)
            .components(separatedBy: "\n")
    }

    /// The example with everything written that is commented out in it.
    private static func full() throws -> [String] {
        try lines().map { line in
            guard line.hasPrefix("#"), key(of: String(line.dropFirst())) != nil else { return line }
            return String(line.dropFirst())
        }
    }

    /// The indentation and the key of a line that has one; an element of a list counts as a step of two.
    private static func key(of line: String) -> (indentation: Int, isElement: Bool, name: String)? {
        let body = line.drop { $0 == " " }
        let indentation = line.count - body.count
        let isElement = body.hasPrefix("- ")
        let rest = isElement ? body.dropFirst(2) : body
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let after = rest.dropFirst(name.count)
        guard indentation % 2 == 0, !name.isEmpty, after == ":" || after.hasPrefix(": ") else { return nil }
        return (indentation, isElement, String(name))
    }

    /// The paths of the keys that are written.
    private static func paths(_ lines: [String]) -> Set<[String]> {
        var path: [String] = []
        var paths: Set<[String]> = []
        for line in lines {
            guard let key = key(of: line) else { continue }
            path = Array(path.prefix(key.indentation / 2))
            if key.isElement { path.append("*") }
            path.append(path == ["connectors"] || path == ["webhooks"] ? "*" : key.name)
            paths.insert(path)
        }
        return paths
    }

    @Test func theExampleChangesNothing() throws {
        let configuration = try ConfigurationFolder(Self.lines().joined(separator: "\n")).read()
        #expect(Facts(configuration) == Facts(Configuration()))
    }

    @Test func everythingThatIsCommentedOutIsRight() throws {
        // Of two ways to send, one is commented out for good.
        let others = ["  sendmail: ", "  command: ["]
        let lines = try Self.full().filter { line in !others.contains { line.hasPrefix($0) } }
        let folder = try ConfigurationFolder(lines.joined(separator: "\n"))
        #expect(folder.faults() == [])
        let configuration = try folder.read()
        #expect(configuration.email != nil && configuration.sms != nil && configuration.webhooks.map(\.id) == ["crm"])
        #expect(configuration.desk.organization != nil && configuration.desk.joinMethods?.count == 1)
        #expect(configuration.roles.admin != nil && configuration.desk.connectors["spice"] != nil)
    }

    @Test func everyKeyOfTheSchemaIsInTheExampleAndNoOther() throws {
        let known = try ConfigurationSchema.keys().map { key in
            key.path.starts(with: ["connectors", "anydesk"]) ? ["connectors", "*"] + key.path.dropFirst(2) : key.path
        }
        let written = Self.paths(try Self.full())
        for path in Set(known) { #expect(written.contains(path), "\(path) is missing") }
        let ofAdmins: Set = [
            ["clients", "minimumAgentVersion", "anydesk"], ["clients", "minimumRecipientVersion", "anydesk"],
            ["webhooks", "*"],
            ["portal", "clientLinks", "anydesk"], ["portal", "clientLinks", "rustdesk"],
        ]
        #expect(written.subtracting(known) == ofAdmins)
    }
}
