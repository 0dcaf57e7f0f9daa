/// A piece of tmux's status line: styles stand in `#[...]`.
enum TmuxFormat {
    static func line(_ content: BarContent) -> String {
        let text = content.text.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "##")
        return content.level.color.map { "#[fg=\($0)]\(text)#[default]" } ?? text
    }
}
