/// The texts of the page behind a link.
public enum PageText: String, Sendable, Hashable, CaseIterable {
    // Every page.
    case pageTitle
    case stepOf
    case someAgent
    case supportHeading
    case supportPhone
    case supportEmail
    case supportWebsite
    case cookieNote
    case connectionLost
    case connectionBack
    case tryAgain
    case optional

    // The invitation.
    case invitationHeading
    case introAgentOrganization
    case introAgent
    case introOrganization
    case introNobody
    case factSubject
    case factAgent
    case factOrganization
    case factWhen
    case factWhenHere
    case factUntil
    case plannedFor
    case allowingHeading
    case allowingSees
    case allowingDecides
    case allowingPrepare
    case warningHeading
    case warningUnasked
    case warningMoney
    case warningSecrets
    case continueHint
    case continueButton

    // Joining.
    case joinHeading
    case joinIntro
    case startHeading
    case startOne
    case openJoinProgram
    case openJoinProgramHint
    case downloadFor
    case downloadOthers
    case downloadChecksum
    case openInstalled
    case minimumVersion
    case startByHand
    case reportsItself
    case programLabel
    case addressLabel
    case addressHintAnyDesk
    case addressHintRustDesk
    case addressHintHost
    case addressHintOther
    case addressInvalid
    case addressMissing
    case noWayToJoin
    case allowHeading
    case allowMeaning
    case allowButton
    case denyButton
    case askedHeading
    case askedIntro

    // The session.
    case readyHeading
    case readyIntro
    case queuePosition
    case changesByItself
    case looksAgain
    case lookAgain
    case revokeButton
    case connectedHeading
    case connectedIntro
    case connectedStop

    // The end.
    case closedHeading
    case closedIntro
    case expiredHeading
    case expiredIntro
    case againHeading
    case againIntro
    case againLive
    case againCode
    case feedbackHeading
    case feedbackRating
    case rating1
    case rating2
    case rating3
    case rating4
    case rating5
    case feedbackComment
    case feedbackButton
    case feedbackMissing
    case feedbackThanks

    // Calling it off.
    case cancelSummary
    case cancelMeaning
    case cancelButton

    // What a press has led to.
    case noticeDenied
    case noticeRevoked
    case noticeCanceled
    case noticeAsked
    case noticeStale
    case noticeChanged

    // What does not work.
    case linkInvalidHeading
    case linkInvalidIntro
    case linkReplacedHeading
    case linkReplacedIntro
    case notFoundHeading
    case notFoundIntro
    case unavailableHeading
    case unavailableIntro
    case tooManyHeading
    case tooManyIntro
    case failedHeading
    case failedIntro

    // The code.
    case codeHeading
    case codeIntro
    case codeLabel
    case codeHint
    case codeInvalid

    // Asking for help.
    case helpHeading
    case helpIntro
    case nameLabel
    case nameInvalid
    case emailLabel
    case emailInvalid
    case phoneLabel
    case phoneInvalid
    case contactHint
    case contactMissing
    case commentsLabel
    case commentsInvalid
    case helpButton

    /// What it is called in a file of an admin's texts.
    public var key: String { "page.\(rawValue)" }
}
