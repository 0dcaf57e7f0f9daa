/// Polybar's script module with `tail = true`: a line with formatting tags.
enum PolybarFormat {
    static func line(_ content: BarContent) -> String {
        // A tag begins with %{ and nothing else does.
        let text = content.text.split(separator: "%{", omittingEmptySubsequences: false).joined(separator: "% {")
        return content.level.color.map { "%{F\($0)}\(text)%{F-}" } ?? text
    }
}
