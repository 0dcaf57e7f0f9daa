package import SessionRequestConfiguration
package import SessionRequestText
package import SessionRequestWire

/// A remote-desktop program that a visitor may join with: one for each scheme that the desk offers.
package struct RemoteClient: Sendable, Equatable {
    /// A file to fetch.
    package struct File: Sendable, Equatable {
        package let name: String
        package let platform: String
        package let url: String
        package let sha256: String?
    }

    package let scheme: String
    /// How people call it.
    package let name: String
    /// A regular expression of ECMA 262 for its addresses.
    package let pattern: String
    /// The oldest version that may join.
    package let minimumVersion: String?
    /// What opens it where it is installed.
    package let link: String?
    /// For the visitor's system.
    package let files: [File]
    /// For all other systems.
    package let otherFiles: [File]

    /// The programs that a link offers, best first.
    package static func offered(
        _ methods: [WireJoinMethod], settings: PortalSettings, platform: PortalSettings.Download.Platform?
    ) -> [RemoteClient] {
        var seen: Set<String> = []
        return methods.compactMap { method in
            guard seen.insert(method.scheme).inserted else { return nil }
            let ways = methods.filter { $0.scheme == method.scheme }.map(\.method)
            let isProgram = ways.contains("client") || ways.contains("assist")
            let files = isProgram ? settings.downloads.filter { $0.scheme == method.scheme } : []
            return RemoteClient(
                scheme: method.scheme, name: name(of: method.scheme), pattern: method.pattern,
                minimumVersion: method.minimumVersion,
                link: ways.contains("client") ? settings.clientLinks[method.scheme] : nil,
                files: files.filter { $0.platform == platform }.map(file),
                otherFiles: files.filter { $0.platform != platform }.map(file))
        }
    }

    /// What an address of it looks like, for people.
    package var hint: PageText {
        switch scheme {
        case "anydesk": .addressHintAnyDesk
        case "rustdesk": .addressHintRustDesk
        case "vnc", "rdp", "ssh": .addressHintHost
        default: .addressHintOther
        }
    }

    private static func file(_ download: PortalSettings.Download) -> File {
        File(
            name: download.name, platform: download.platform.properName, url: download.url, sha256: download.sha256)
    }

    private static func name(of scheme: String) -> String {
        switch scheme {
        case "anydesk": "AnyDesk"
        case "rustdesk": "RustDesk"
        case "vnc", "rdp", "ssh": scheme.uppercased()
        default: scheme
        }
    }
}
