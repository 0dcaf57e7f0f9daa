internal import Foundation
internal import SessionRequestWire

/// A way out of the machine.
protocol Carrier: Sendable {
    /// Makes one attempt; may take as long as its limits allow, so it runs on a thread of its own. Given up, it returns
    /// soon.
    func carry(_ delivery: WireDueDelivery, now: Date, _ abandonment: Abandonment) -> DeliveryOutcome
}
