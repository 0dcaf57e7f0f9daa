package import SessionRequestWire

/// A session request that was just changed, in a sentence.
package enum ChangedView {
    /// "Session request 42 for Maria Keller is yours." and, where there is one, the next step.
    package static func lines(
        _ request: WireSessionRequest, _ what: String, next: String? = nil, _ why: String = "", on screen: Screen
    ) -> [String] {
        let sentence = RequestSheet.title(request, on: screen) + " \(SafeText.line(what))."
        guard let next else { return [sentence] }
        return [sentence, "  \(next)  \(screen.paint(.faint, why))"]
    }
}
