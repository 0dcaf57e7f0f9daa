internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestServer
internal import Testing

@Suite struct ConfigurationBoundsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let fault: String
    }

    static let cases = [
        Case(
            testDescription: "a file that is too long",
            text: "organization: x\n#" + String(repeating: "x", count: 1 << 20),
            fault: "cannot use config.yaml: it must be at most 1048576 bytes long"),
        Case(
            testDescription: "too many values", text: "joinMethods: [" + String(repeating: "a,", count: 100_000) + "]",
            fault: "cannot use config.yaml: it must hold at most 100000 values"),
        Case(
            testDescription: "aliases of aliases",
            text: "a: &a [x,x,x,x]\n"
                + zip("abcdefgh", "bcdefghi").map { "\($1): &\($1) [*\($0),*\($0),*\($0),*\($0)]\n" }.joined(),
            fault: "cannot use config.yaml: it must use at most 16 aliases (*name)"),
        Case(
            testDescription: "aliases of aliases as keys",
            text: "a: &a [x,x,x,x]\n"
                + zip("abcdefgh", "bcdefghi").map { "? &\($1) [*\($0),*\($0),*\($0),*\($0)]\n: 1\n" }.joined(),
            fault: "cannot use config.yaml: it must use at most 16 aliases (*name)"),
        Case(
            testDescription: "nesting that the parser takes",
            text: "log: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            fault: "cannot use config.yaml:1:21: log" + String(repeating: "[0]", count: 15) + " is nested too deeply"),
        Case(
            testDescription: "nesting that the parser refuses",
            text: "log: " + String(repeating: "{a: ", count: 100_000),
            fault: "cannot use config.yaml:1:3998: it is nested too deeply"),
        Case(
            testDescription: "too many elements of a list",
            text: "roles: {admin: {users: [" + (0..<1025).map { "u\($0)" }.joined(separator: ",") + "]}}",
            fault: "cannot use config.yaml:1:24: roles.admin.users must hold at most 1024 values"),
        Case(
            testDescription: "too many keys of a mapping",
            text: "connectors: {" + (0..<65).map { "s\($0): {}" }.joined(separator: ", ") + "}",
            fault: "cannot use config.yaml:1:13: connectors must have at most 64 keys"),
    ]

    @Test(arguments: cases)
    func whatGoesBeyondABoundIsRefused(_ expected: Case) throws {
        let faults = try ConfigurationFolder(expected.text).faults()
        #expect(faults.contains(expected.fault), "\(faults)")
    }

    @Test func bytesThatAreNoTextAreRefusedByTheirLine() throws {
        let folder = try ConfigurationFolder()
        try folder.write(Data([0x61, 0x3A, 0x20, 0x31, 0x0A, 0x62, 0x3A, 0xFF, 0x0A]), to: "config.yaml")
        #expect(folder.faults() == ["cannot use config.yaml:2: it must be UTF-8"])
    }

    @Test func whatIsNoFileIsRefused() throws {
        let folder = try ConfigurationFolder("{}")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/config.d/1.yaml", withIntermediateDirectories: false)
        #expect(folder.faults() == ["cannot use config.d/1.yaml: it must be a file"])
    }

    @Test func aFloodOfFaultsIsCutOff() throws {
        let text = (0..<500).map { "k\($0): 1\n" }.joined()
        let faults = try ConfigurationFolder(text).faults()
        #expect(faults.count == ConfigurationLimits.faults)
    }

    @Test func aFloodOfFilesIsRefused() throws {
        let files = Dictionary(uniqueKeysWithValues: (0...256).map { ("\($0).yaml", "{}") })
        let folder = try ConfigurationFolder("{}", over: files)
        #expect(folder.faults() == ["cannot use config.d: it must hold at most 256 files"])
    }

    @Test func aFloodOfTheSameKeyIsCutOff() throws {
        let text = String(repeating: "organization: x\n", count: 100)
        let faults = try ConfigurationFolder(text).faults()
        #expect(faults == ["cannot use config.yaml:33:1: organization is given more than once"])
    }

    @Test func textsOfSomebodyElseStayOnOneShortLine() throws {
        let key = String(repeating: "k\u{202E}", count: 200)
        let fault = try #require(try ConfigurationFolder("\"\(key)\": 1\n").faults().first)
        #expect(
            fault.hasPrefix("cannot use config.yaml:1:1: " + String(repeating: "k\u{FFFD}", count: 32) + "… is unknown")
        )
    }
}
