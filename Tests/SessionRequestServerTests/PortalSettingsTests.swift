internal import SessionRequestConfiguration
internal import SessionRequestServer
internal import Testing

@Suite struct PortalSettingsTests {
    private static func read(_ text: String) throws -> PortalSettings {
        let folder = try ConfigurationFolder(text)
        return try PortalSettings.read(file: folder.file, isExplicit: true)
    }

    @Test func whatNobodyWritesIsAsItIs() throws {
        #expect(try Self.read("{}") == PortalSettings())
        #expect(try PortalSettings.read(file: nil, isExplicit: false) == PortalSettings())
    }

    @Test func whatIsWrittenIsRead() throws {
        let settings = try Self.read(
            """
            organization: Example Ltd
            policy: {maxDenials: 5}
            portal:
              address: https://help.example.org/desk
              trustedProxies: [unix, 10.0.0.0/8, "::1"]
              downloads:
                - {scheme: rustdesk, platform: macos, name: RustDesk, url: "https://x.example/a.dmg"}
            """)
        #expect(settings.organization == "Example Ltd")
        #expect(settings.address == "https://help.example.org/desk")
        #expect(settings.trustedProxies == ["unix", "10.0.0.0/8", "::1"])
        #expect(settings.downloads.map(\.url) == ["https://x.example/a.dmg"])
        #expect(settings.downloads.map(\.platform) == [.macos])
    }

    @Test func linksOfClientsLieOverTheBuiltInOnes() throws {
        let settings = try Self.read("portal: {clientLinks: {anydesk: 'anydesk-own:', spice: 'spice:open'}}")
        #expect(
            settings.clientLinks == ["anydesk": "anydesk-own:", "rustdesk": "rustdesk://", "spice": "spice:open"])
    }

    @Test func aChecksumIsInLowerCase() throws {
        let sum = String(repeating: "AB", count: 32)
        let settings = try Self.read(
            "portal: {downloads: [{scheme: vnc, platform: linux, name: x, url: 'https://x.example', sha256: \(sum)}]}")
        #expect(settings.downloads.first?.sha256 == sum.lowercased())
    }

    @Test(arguments: [
        (
            "trustedProxies: [nobody]",
            "portal.trustedProxies[0] must be unix, an IP address, or a network such as 10.0.0.0/8"
        ),
        ("trustedProxies: [10.0.0.0/33]", "portal.trustedProxies[0] must end with a number from 0 to 32 behind the /"),
        ("trustedProxies: [unix, unix]", "portal.trustedProxies[1] is there already: unix"),
        (
            "downloads: [{scheme: vnc, platform: dos, name: x, url: 'https://x.example'}]",
            "portal.downloads[0].platform must be one of windows, macos, linux, android, ios"
        ),
        (
            "downloads: [{scheme: vnc, platform: linux, name: x, url: 'ftp://x.example'}]",
            "portal.downloads[0].url must begin with https:// or http://"
        ),
        (
            "downloads: [{scheme: vnc, platform: linux, name: x, url: 'https://x.example', sha256: '12'}]",
            "portal.downloads[0].sha256 must be 64 hexadecimal digits"
        ),
        ("downloads: [{scheme: vnc, platform: linux, name: x}]", "portal.downloads[0] must have url"),
        (
            "clientLinks: {vnc: 'javascript:alert(1)'}",
            "portal.clientLinks.vnc must be what opens a program, such as anydesk:"
        ),
        (
            "clientLinks: {vnc: 'https://x.example'}",
            "portal.clientLinks.vnc must be what opens a program, such as anydesk:"
        ),
        ("support: {email: nobody}", "portal.support.email must be an email address such as maria@example.org"),
        ("rateLimits: {streams: 0}", "portal.rateLimits.streams must be an integer from 1 to 1000000"),
    ])
    func whatIsWrongIsNamedByTheDaemonToo(text: String, fault: String) throws {
        let folder = try ConfigurationFolder("portal: {\(text)}")
        let faults = folder.faults()
        #expect(faults.contains { $0.hasSuffix(fault) }, "\(faults)")
        #expect(throws: ConfigurationError.self) { try PortalSettings.read(file: folder.file, isExplicit: true) }
    }
}
