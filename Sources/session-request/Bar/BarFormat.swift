internal import ArgumentParser

/// The bars that can be spoken to.
package enum BarFormat: String, Sendable, CaseIterable {
    case waybar, i3bar, i3blocks, polybar, xbar, tmux, plain

    /// What comes before the first line; empty, or whole lines.
    package var opening: String {
        switch self {
        case .i3bar: I3BarFormat.opening
        default: ""
        }
    }

    /// The content as the bar reads it, newline included. `isFirst` is whether it is the first that the bar gets;
    /// `isOnly`, whether there will be no other.
    package func line(_ content: BarContent, isFirst: Bool, isOnly: Bool = false) -> String {
        switch self {
        case .waybar: WaybarFormat.line(content) + "\n"
        case .i3bar: I3BarFormat.line(content, isFirst: isFirst || isOnly) + "\n"
        case .i3blocks: I3BlocksFormat.line(content) + "\n"
        case .polybar: PolybarFormat.line(content) + "\n"
        case .xbar: XbarFormat.lines(content, isFirst: isFirst)
        case .tmux: TmuxFormat.line(content) + "\n"
        case .plain: content.text + "\n"
        }
    }
}

extension BarFormat: ExpressibleByArgument {}
