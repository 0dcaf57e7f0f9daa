package import Foundation

/// What an endpoint's answer means.
package enum WebhookVerdict {
    // The receiver has read this message and does not want it; the next one may be better.
    private static let final: Set<Int> = [400, 410, 413, 414, 415, 422, 431]

    /// - Parameters:
    ///   - status: of the answer.
    ///   - other: what the other side is called.
    ///   - retryAfter: the value of `Retry-After`, seconds or a date (RFC 9110, 10.2.3).
    package static func outcome(status: Int, retryAfter: String?, now: Date, of other: String) -> DeliveryOutcome {
        switch status {
        case 200..<300: .delivered
        case 300..<400: .failed("the \(other) answered \(status), and redirects are not followed")
        case _ where final.contains(status): .refused("the \(other) answered \(status)")
        default: .failed("the \(other) answered \(status)", retryAfter: retryAfter.flatMap { seconds($0, now: now) })
        }
    }

    package static func seconds(_ value: String, now: Date) -> Double? {
        let text = value.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return min(Double(text) ?? CourierLimits.retryAfter, CourierLimits.retryAfter)
        }
        let style = DateFormatter()
        style.locale = Locale(identifier: "en_US_POSIX")
        style.timeZone = TimeZone(secondsFromGMT: 0)
        style.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = style.date(from: text) else { return nil }
        return min(max(0, date.timeIntervalSince(now)), CourierLimits.retryAfter)
    }
}
