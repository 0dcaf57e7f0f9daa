internal import HTTPTypes
internal import SessionRequestText

/// One thing that does not work.
enum Message: Sendable, Equatable {
    case linkInvalid
    case linkReplaced
    case notFound
    case unavailable
    case tooMany(seconds: Double)
    case failed

    var heading: PageText {
        switch self {
        case .linkInvalid: .linkInvalidHeading
        case .linkReplaced: .linkReplacedHeading
        case .notFound: .notFoundHeading
        case .unavailable: .unavailableHeading
        case .tooMany: .tooManyHeading
        case .failed: .failedHeading
        }
    }

    /// What to do about it, in words.
    func intro(_ catalog: Catalog) -> String {
        switch self {
        case .linkInvalid: catalog.text(.linkInvalidIntro)
        case .linkReplaced: catalog.text(.linkReplacedIntro)
        case .notFound: catalog.text(.notFoundIntro)
        case .unavailable: catalog.text(.unavailableIntro)
        case .tooMany(let seconds):
            catalog.text(.tooManyIntro, ["minutes": String(max(1, Int((min(seconds, 86_400) / 60).rounded(.up))))])
        case .failed: catalog.text(.failedIntro)
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .linkInvalid, .notFound: .notFound
        case .linkReplaced: .gone
        case .unavailable: .serviceUnavailable
        case .tooMany: .tooManyRequests
        case .failed: .badRequest
        }
    }

    /// Seconds after which it is worth trying again; nil when it is not.
    var retryAfter: Int? {
        switch self {
        case .unavailable: PortalLimits.retrySeconds
        case .tooMany(let seconds): max(1, Int(min(seconds, 86_400).rounded(.up)))
        default: nil
        }
    }

    /// Whether typing a code is a way on.
    var offersCode: Bool {
        switch self {
        case .linkInvalid, .linkReplaced, .notFound: true
        default: false
        }
    }
}
