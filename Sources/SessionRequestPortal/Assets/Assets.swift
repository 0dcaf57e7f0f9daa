/// The files that pages load, each under a name that changes with its content, so that browsers may keep it for good.
package struct Assets: Sendable {
    /// One file.
    package struct File: Sendable {
        package let type: String
        package let bytes: [UInt8]
    }

    /// By name.
    package let files: [String: File]
    /// The names that pages use.
    package let styleName: String
    package let scriptName: String
    package let logoName: String
    /// The admin's own style, which is loaded after ours.
    package let ownStyleName: String?

    /// - Parameters:
    ///   - ownStyle: the admin's `style.css`.
    ///   - ownLogo: the admin's `logo.svg` or `logo.png`.
    package init(ownStyle: [UInt8]?, ownLogo: (bytes: [UInt8], isPNG: Bool)?) {
        var files: [String: File] = [:]
        func add(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) -> String {
            let name = "\(name)-\(ContentHash.text(of: bytes)).\(ending)"
            files[name] = File(type: type, bytes: bytes)
            return name
        }
        styleName = add("style", "css", "text/css; charset=utf-8", Array(Self.style.utf8))
        scriptName = add("page", "js", "text/javascript; charset=utf-8", Array(Self.script.utf8))
        if let ownLogo, ownLogo.isPNG {
            logoName = add("logo", "png", "image/png", ownLogo.bytes)
        } else {
            logoName = add("logo", "svg", "image/svg+xml", ownLogo?.bytes ?? Array(Self.logo.utf8))
        }
        ownStyleName = ownStyle.map { add("own", "css", "text/css; charset=utf-8", $0) }
        self.files = files
    }
}
