package import SessionRequestConfiguration

extension PortalSettings.Download.Platform {
    /// The system that a browser says it runs on.
    ///
    /// - Parameters:
    ///   - hint: the value of `Sec-CH-UA-Platform`.
    ///   - userAgent: the value of `User-Agent`.
    package init?(hint: String?, userAgent: String?) {
        switch hint?.lowercased() {
        case "\"windows\"": self = .windows
        case "\"macos\"": self = .macos
        case "\"linux\"": self = .linux
        case "\"android\"": self = .android
        case "\"ios\"": self = .ios
        default:
            let text = String(userAgent?.prefix(PortalLimits.userAgent) ?? "")
            // The first that is named counts: Android names Linux, and a phone of Apple names macOS.
            if text.contains("Android") {
                self = .android
            } else if text.contains("iPhone") || text.contains("iPad") {
                self = .ios
            } else if text.contains("Windows") {
                self = .windows
            } else if text.contains("Macintosh") {
                self = .macos
            } else if text.contains("Linux") {
                self = .linux
            } else {
                return nil
            }
        }
    }

    /// How its maker writes it.
    package var properName: String {
        switch self {
        case .windows: "Windows"
        case .macos: "macOS"
        case .linux: "Linux"
        case .android: "Android"
        case .ios: "iOS"
        }
    }
}
