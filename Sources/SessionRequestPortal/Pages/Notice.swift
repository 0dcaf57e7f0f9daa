package import SessionRequestText

/// What a press has led to, said once on the page that follows.
package enum Notice: String, Sendable, CaseIterable {
    case denied, revoked, canceled, asked, thanks, stale, changed

    /// Its sentence. The same press may be seen on another step by then, where its sentence would not be true.
    package func text(on step: Step) -> PageText? {
        switch (self, step) {
        case (.denied, .join): .noticeDenied
        case (.revoked, .join): .noticeRevoked
        case (.canceled, .closed): .noticeCanceled
        case (.asked, .invitation), (.asked, .join), (.asked, .asked): .noticeAsked
        case (.thanks, .closed): .feedbackThanks
        case (.stale, _): .noticeStale
        case (.changed, _): .noticeChanged
        default: nil
        }
    }

    /// What a press that succeeded leads to.
    package init?(after press: Route.Press) {
        switch press {
        case .deny: self = .denied
        case .revoke: self = .revoked
        case .cancel: self = .canceled
        case .feedback: self = .thanks
        case .open, .grant: return nil
        }
    }
}
