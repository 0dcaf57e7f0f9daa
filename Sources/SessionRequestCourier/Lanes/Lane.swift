internal import Dispatch
internal import Foundation
internal import Logging
internal import SessionRequestClient
internal import SessionRequestWire

/// One way out with its own connection to the desk: takes a delivery, carries it, says what became of it, takes the next.
/// What one lane waits for never holds up another.
struct Lane: Sendable {
    let name: String
    let kind: String
    let endpoint: String?
    let carrier: any Carrier
    let socket: String
    let logger: Logger
    let traffic: Traffic
    let handovers: Handovers
    let abandonment: Abandonment
    private let thread: DispatchQueue

    init(
        name: String, kind: String, endpoint: String? = nil, carrier: any Carrier, socket: String, logger: Logger,
        traffic: Traffic, handovers: Handovers, abandonment: Abandonment
    ) {
        self.name = name
        self.kind = kind
        self.endpoint = endpoint
        self.carrier = carrier
        self.socket = socket
        self.logger = logger
        self.traffic = traffic
        self.handovers = handovers
        self.abandonment = abandonment
        thread = DispatchQueue(label: "session-request-courier.\(name)")
    }

    /// Works until its task is cancelled; then it finishes what it holds, unless that is abandoned as well.
    func run() async {
        var backoff = Backoff()
        while !Task.isCancelled {
            do throws(ClientError) {
                let connection = try await Connection.open(path: socket)
                traffic.reached()
                defer { connection.close() }
                while !Task.isCancelled {
                    guard let delivery = try await next(connection) else {
                        backoff.succeeded()
                        continue
                    }
                    traffic.taken()
                    defer { traffic.finished() }
                    let outcome = await handovers.outcome(of: delivery.key) { await attempt(delivery) }
                    // Given up: the end of the connection gives the delivery back.
                    if abandonment.isAsked, outcome != .delivered { return }
                    try await report(outcome, of: delivery, on: connection)
                    handovers.acknowledged(delivery.key)
                    backoff.succeeded()
                }
            } catch {
                guard !Task.isCancelled else { return }
                guard error.isPassing else {
                    logger.error(
                        "\(name) cannot go on: \(error)", metadata: MessageID.laneFailed.metadata(["lane": "\(name)"]))
                    return traffic.failed(error)
                }
                let pause = backoff.failed(random: Double.random(in: 0..<1))
                logger.log(level: traffic.isReached ? .warning : .debug, "\(error)", metadata: ["lane": "\(name)"])
                traffic.missed(error)
                try? await Task.sleep(for: pause)
            }
        }
    }

    private func next(_ connection: Connection) async throws(ClientError) -> WireDueDelivery? {
        let params = DeliveryMethods.Next.Params(
            kinds: [kind], endpoints: endpoint.map { [$0] }, leaseSeconds: CourierLimits.leaseSeconds,
            timeout: CourierLimits.waitSeconds)
        return try await connection.call(DeliveryMethods.Next.self, params).delivery
    }

    private func attempt(_ delivery: WireDueDelivery) async -> DeliveryOutcome {
        await withCheckedContinuation { continuation in
            thread.async { continuation.resume(returning: carrier.carry(delivery, now: Date(), abandonment)) }
        }
    }

    /// Says what became of it, even when the task was cancelled meanwhile: what is out must not go out again.
    private func report(
        _ outcome: DeliveryOutcome, of delivery: WireDueDelivery, on connection: Connection
    ) async throws(ClientError) {
        let told = await Task.detached { () -> Result<String?, ClientError> in
            do throws(ClientError) {
                switch outcome {
                case .delivered:
                    _ = try await connection.call(DeliveryMethods.Ack.self, .init(id: delivery.id))
                    return .success(nil)
                case .failed(let error, let retryAfter):
                    let params = DeliveryMethods.Fail.Params(
                        id: delivery.id, error: Complaint.line(error), retryable: true, retryAfter: retryAfter)
                    return .success(try await connection.call(DeliveryMethods.Fail.self, params).retryAt)
                case .refused(let error):
                    let params = DeliveryMethods.Fail.Params(
                        id: delivery.id, error: Complaint.line(error), retryable: false)
                    return .success(try await connection.call(DeliveryMethods.Fail.self, params).retryAt)
                }
            } catch {
                return .failure(error)
            }
        }.value
        switch told {
        case .success(let retryAt): log(outcome, of: delivery, retryAt: retryAt)
        // Somebody else has it, or nobody needs it any more.
        case .failure(.service(let refusal)) where refusal.reason == .notFound:
            logger.notice("a delivery was no longer ours", metadata: metadata(delivery))
        case .failure(let error): throw error
        }
    }

    private func log(_ outcome: DeliveryOutcome, of delivery: WireDueDelivery, retryAt: String?) {
        switch outcome {
        case .delivered: logger.info("delivered", metadata: metadata(delivery))
        case .failed(let error, _), .refused(let error):
            let then = retryAt.map { "it is tried again at \($0)" } ?? "it is given up"
            // Servers repeat whom they refuse; the journal is not told who that is.
            let recipient = delivery.sessionRequest?.recipient
            let cause = Complaint.line(error, without: [recipient?.email, recipient?.phone].compactMap(\.self))
            logger.warning("not delivered: \(cause); \(then)", metadata: metadata(delivery))
        }
    }

    private func metadata(_ delivery: WireDueDelivery) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "lane": "\(name)", "delivery": "\(delivery.key)", "purpose": "\(delivery.purpose)",
            "attempt": "\(delivery.attempt)",
        ]
        if let id = (delivery.sessionRequest ?? delivery.event?.sessionRequest)?.id {
            metadata["SESSION_REQUEST_ID"] = "\(id)"
        }
        return metadata
    }
}
