internal import Foundation
public import Logging
public import ServiceLifecycle
internal import SessionRequestClient
internal import SessionRequestConfiguration
internal import SessionRequestText
internal import Systemd
internal import UnixSignals

/// The whole courier as one service: opens a lane for each way out, and ends when it is told to or nothing is left.
public struct Courier: Service, CustomStringConvertible {
    /// How it is started.
    public struct Options: Sendable {
        /// The desk's door for couriers.
        public var socket: String
        /// The configuration; nil: that of the machine, which may be missing.
        public var configuration: String?
        /// Where an admin's texts and templates are; may be missing.
        public var overrides: String
        /// `$CREDENTIALS_DIRECTORY`, if any.
        public var credentials: String?
        /// Seconds without anything to send after which it ends; nil: never.
        public var idleSeconds: Int64?

        /// Options with these members.
        public init(
            socket: String, configuration: String?, overrides: String, credentials: String?, idleSeconds: Int64?
        ) {
            self.socket = socket
            self.configuration = configuration
            self.overrides = overrides
            self.credentials = credentials
            self.idleSeconds = idleSeconds
        }
    }

    /// The version of the program.
    public static let version = "1.0.0"

    private enum Ending {
        case idle, told, hangUp
        case failed(ClientError)
    }

    /// What the service group calls it.
    public var description: String { "session-request-courier" }

    private let options: Options
    private let logger: Logger
    private let notifier = ServiceNotifier()
    /// What is out is out, whatever is configured meanwhile.
    private let handovers = Handovers()

    /// A courier that is yet to run.
    public init(options: Options, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    /// Sends until the task is canceled, the group shuts down, or nothing was left to send for long enough. A hang-up makes
    /// it read configuration, texts and templates anew; what is faulty then is told to the log, and the old ones stay.
    /// Throws what keeps it from starting, as an error that describes itself, and what makes further work useless.
    public func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let hangUps = HangUps()
        let signals = await UnixSignalsSequence(trapping: .sighup)
        let following = Task { await hangUps.follow(signals) }
        defer { following.cancel() }
        var settings = try CourierSettings.read(file: options.configuration)
        var isAgain = false
        while true {
            let outfit = outfit(settings)
            let names = outfit.lanes.map(\.name)
            notifier.ready(
                status: names.isEmpty ? "nothing is configured" : "sending: \(names.joined(separator: ", "))")
            logger.notice(
                "\(isAgain ? "read anew" : "ready"): \(names.isEmpty ? "nothing is configured" : names.joined(separator: ", "))"
            )
            switch await serve(outfit, hangUps) {
            case .hangUp:
                notifier.reloading()
                isAgain = true
                do { settings = try CourierSettings.read(file: options.configuration) } catch {
                    logger.error(
                        "kept the old configuration: \(error)", metadata: MessageID.configurationRefused.metadata())
                }
            case .idle:
                notifier.stopping(status: "nothing is left to send")
                logger.notice("nothing is left to send")
                if let error = outfit.traffic.unreachable { throw error }
                return
            case .told:
                notifier.stopping(status: "told to end")
                return logger.notice("told to end")
            case .failed(let error): throw error
            }
        }
    }

    private struct Outfit {
        let lanes: [Lane]
        let traffic: Traffic
        let abandonment: Abandonment
    }

    /// The lanes of what is configured.
    private func outfit(_ settings: CourierSettings) -> Outfit {
        let overrides = MailOverrides(folder: options.overrides)
        for fault in overrides.faults {
            logger.error("\(fault); what is built in is sent", metadata: MessageID.overrideRefused.metadata())
        }
        let sender = settings.email.map { CalendarPart.Participant($0.from, organization: settings.organization) }
        let writer = LetterWriter(overrides: overrides, sender: sender)
        let (traffic, abandonment) = (Traffic(), Abandonment())
        let secrets = Secrets(directory: options.credentials)
        func lane(_ name: String, _ kind: String, _ endpoint: String? = nil, _ carrier: any Carrier) -> Lane {
            Lane(
                name: name, kind: kind, endpoint: endpoint, carrier: carrier, socket: options.socket, logger: logger,
                traffic: traffic, handovers: handovers, abandonment: abandonment)
        }
        var lanes: [Lane] = []
        if let email = settings.email {
            let carrier = MailCarrier(settings: email, writer: writer, secrets: secrets)
            lanes += (1...CourierLimits.mailLanes).map { lane("mail \($0)", "email", nil, carrier) }
        }
        if let sms = settings.sms {
            lanes.append(lane("sms", "sms", nil, MessageCarrier(settings: sms, writer: writer, secrets: secrets)))
        }
        for webhook in settings.webhooks {
            let carrier = WebhookCarrier(settings: webhook, secrets: secrets)
            if carrier.isUnsigned {
                logger.warning(
                    """
                    events for the webhook \(webhook.id) are not signed: it has no secretFile, and there is no credential \
                    webhook-\(webhook.id)
                    """)
            }
            lanes.append(lane("webhook \(webhook.id)", "webhook", webhook.id, carrier))
        }
        return Outfit(lanes: lanes, traffic: traffic, abandonment: abandonment)
    }

    private func serve(_ outfit: Outfit, _ hangUps: HangUps) async -> Ending {
        let (failures, failed) = AsyncStream.makeStream(of: ClientError.self)
        let work = Task {
            await withTaskGroup(of: Void.self) { group in
                for lane in outfit.lanes { group.addTask { await lane.run() } }
                // One that cannot go on would be missed by nobody while the others work: all begin anew.
                for await _ in group {
                    if let failure = outfit.traffic.failure { failed.yield(failure) }
                }
            }
        }
        let ending = await ending(outfit, hangUps, failures)
        work.cancel()
        // What is under way may be finished, but not for ever.
        let alarm = Task {
            try await Task.sleep(for: .seconds(CourierLimits.farewellSeconds))
            outfit.abandonment.ask()
        }
        await work.value
        alarm.cancel()
        return ending
    }

    private func ending(
        _ outfit: Outfit, _ hangUps: HangUps, _ failures: AsyncStream<ClientError>
    ) async -> Ending {
        let patience = options.idleSeconds.map { Duration.seconds($0) }
        return await withTaskGroup(of: Ending?.self) { tasks in
            tasks.addTask {
                for await _ in hangUps.listen() { return .hangUp }
                return nil
            }
            tasks.addTask {
                try? await gracefulShutdown()
                return .told
            }
            tasks.addTask {
                while let patience, !Task.isCancelled {
                    let remaining = outfit.traffic.remaining(of: patience)
                    if remaining == .zero { return .idle }
                    try? await Task.sleep(for: max(remaining ?? patience, .milliseconds(50)))
                }
                return nil
            }
            tasks.addTask {
                for await failure in failures { return .failed(failure) }
                return nil
            }
            defer { tasks.cancelAll() }
            for await ending in tasks {
                if let ending { return ending }
            }
            return .told
        }
    }
}

extension CalendarPart.Participant {
    /// Whom calendars name as the one who calls the meeting.
    init(_ mailbox: Mailbox, organization: String?) {
        self.init(name: mailbox.name ?? organization, address: InternationalDomain.ascii(mailbox.address))
    }
}
