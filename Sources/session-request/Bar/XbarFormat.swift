/// The plugin format of xbar, SwiftBar and Argos: the bar's line, then a menu. Streams separate one from the next.
enum XbarFormat {
    /// What keeps a line from being read as markup, emoji names, or escapes of a terminal or of C; some readers know only
    /// some.
    private static let plain = "useMarkup=false emojize=false ansi=false unescape=false"

    static func lines(_ content: BarContent, isFirst: Bool) -> String {
        let color = content.level.color.map { " color=\($0)" } ?? ""
        let title = "\(escaped(content.text)) | \(plain)\(color)"
        let menu = content.details.map { detail in
            // The number is ours, so that it can be followed without a shell.
            let link = detail.id.map { " href=session-request://connect/\($0)" } ?? ""
            return "\(escaped(detail.text)) | \(plain)\(link)"
        }
        return ((isFirst ? [] : ["~~~"]) + [title, "---"] + menu).map { $0 + "\n" }.joined()
    }

    /// A bar begins the parameters of a line, and dashes at its beginning a submenu.
    private static func escaped(_ text: String) -> String {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        let whole = parts.joined(separator: "\u{2502}")
        return whole.hasPrefix("-") || whole.hasPrefix("~") ? " " + whole : whole
    }
}
