internal import SessionRequestModel
internal import Testing

@Suite("What is sent when")
struct OutboxDecisionTests {
    typealias Row = (waiting: DeliveryPurpose?, reached: Bool, decision: OutboxDecision)

    static let waiting: [DeliveryPurpose?] = [
        nil, .invitation, .linkRenewed, .rescheduled, .reminder, .canceled, .closed,
    ]

    /// For each news what it makes of what waits, in the order of `waiting`: for a recipient who was never reached, and for
    /// one who was.
    static let table: [(news: RecipientNews, unreached: [OutboxDecision], reached: [OutboxDecision])] = [
        (
            .invited,
            [OutboxDecision](repeating: .send(.invitation), count: 7),
            [OutboxDecision](repeating: .send(.invitation), count: 7)
        ),
        (
            .readdressed,
            [OutboxDecision](repeating: .send(.invitation), count: 7),
            [OutboxDecision](repeating: .send(.invitation), count: 7)
        ),
        (
            .unaddressed, [OutboxDecision](repeating: .withdraw, count: 7),
            [OutboxDecision](repeating: .withdraw, count: 7)
        ),
        (
            .linkRenewed,
            [
                .withdraw, .send(.invitation), .send(.linkRenewed), .send(.rescheduled), .send(.reminder), .withdraw,
                .withdraw,
            ],
            [
                .send(.linkRenewed), .send(.invitation), .send(.linkRenewed), .send(.rescheduled), .send(.reminder),
                .send(.linkRenewed), .send(.linkRenewed),
            ]
        ),
        (
            .rescheduled,
            [.withdraw, .send(.invitation), .send(.linkRenewed), .withdraw, .withdraw, .withdraw, .withdraw],
            [
                .send(.rescheduled), .send(.invitation), .send(.linkRenewed), .send(.rescheduled), .send(.rescheduled),
                .send(.rescheduled), .send(.rescheduled),
            ]
        ),
        (
            .reminded, [OutboxDecision](repeating: .nothing, count: 7),
            [.send(.reminder)] + [OutboxDecision](repeating: .nothing, count: 6)
        ),
        (
            .canceled, [OutboxDecision](repeating: .withdraw, count: 7),
            [OutboxDecision](repeating: .send(.canceled), count: 7)
        ),
        (
            .closed, [OutboxDecision](repeating: .withdraw, count: 7),
            [OutboxDecision](repeating: .send(.closed), count: 7)
        ),
        (
            .withdrawn, [OutboxDecision](repeating: .withdraw, count: 7),
            [OutboxDecision](repeating: .withdraw, count: 7)
        ),
        (
            .resumed, [OutboxDecision](repeating: .nothing, count: 5) + [.withdraw, .withdraw],
            [OutboxDecision](repeating: .nothing, count: 5) + [.withdraw, .withdraw]
        ),
    ]

    @Test("The table, cell by cell", arguments: table.indices)
    func cells(_ index: Int) {
        let row = Self.table[index]
        for (reached, decisions) in [(false, row.unreached), (true, row.reached)] {
            #expect(decisions.count == Self.waiting.count)
            for (waiting, decision) in zip(Self.waiting, decisions) {
                #expect(
                    OutboxDecision(row.news, waiting: waiting, reached: reached) == decision,
                    "\(row.news), \(String(describing: waiting)) waits, reached: \(reached)")
            }
        }
    }

    @Test(
        "While a message is being sent, what is new follows it as if it had arrived",
        arguments: [
            (RecipientNews.invited, OutboxSequel?.none, OutboxSequel?.some(.send(.invitation))),
            (.linkRenewed, nil, .send(.linkRenewed)), (.linkRenewed, .send(.rescheduled), .send(.rescheduled)),
            (.rescheduled, nil, .send(.rescheduled)), (.rescheduled, .send(.linkRenewed), .send(.linkRenewed)),
            (.reminded, nil, .send(.reminder)), (.reminded, .send(.canceled), .send(.canceled)),
            (.canceled, nil, .send(.canceled)), (.closed, .send(.reminder), .send(.closed)),
            (.withdrawn, nil, .nothing), (.withdrawn, .send(.rescheduled), .nothing),
            (.resumed, .send(.canceled), nil), (.linkRenewed, .nothing, .send(.linkRenewed)),
            (.readdressed, nil, .invitationElsewhere), (.readdressed, .send(.linkRenewed), .invitationElsewhere),
            (.unaddressed, .send(.rescheduled), .nothingElsewhere), (.unaddressed, .nothing, .nothingElsewhere),
            (.rescheduled, .invitationElsewhere, .invitationElsewhere),
            (.linkRenewed, .invitationElsewhere, .invitationElsewhere),
            (.reminded, .invitationElsewhere, .invitationElsewhere),
            (.canceled, .invitationElsewhere, .nothingElsewhere), (.withdrawn, .invitationElsewhere, .nothingElsewhere),
            (.invited, .nothingElsewhere, .invitationElsewhere), (.linkRenewed, .nothingElsewhere, .nothingElsewhere),
            (.resumed, .nothingElsewhere, .nothingElsewhere), (.readdressed, .nothingElsewhere, .invitationElsewhere),
        ])
    func sequels(_ news: RecipientNews, _ before: OutboxSequel?, _ after: OutboxSequel?) {
        #expect(OutboxSequel.after(news, before) == after)
    }

    struct End: Sendable {
        var attempt: OutboxAttempt
        var purpose: DeliveryPurpose
        var sequel: OutboxSequel?
        var reached: Bool
        var outcome: OutboxOutcome
    }

    static let ends = [
        End(attempt: .sent, purpose: .invitation, sequel: nil, reached: false, outcome: .done),
        End(attempt: .sent, purpose: .invitation, sequel: .nothing, reached: false, outcome: .done),
        End(
            attempt: .sent, purpose: .invitation, sequel: .send(.canceled), reached: true,
            outcome: .replaced(by: .canceled)),
        End(attempt: .failed, purpose: .invitation, sequel: nil, reached: false, outcome: .again),
        End(attempt: .lost, purpose: .reminder, sequel: nil, reached: true, outcome: .again),
        End(attempt: .failed, purpose: .invitation, sequel: .nothing, reached: false, outcome: .done),
        End(attempt: .failed, purpose: .invitation, sequel: .send(.canceled), reached: false, outcome: .done),
        End(
            attempt: .lost, purpose: .invitation, sequel: .send(.canceled), reached: false,
            outcome: .replaced(by: .canceled)),
        End(
            attempt: .failed, purpose: .rescheduled, sequel: .send(.closed), reached: true,
            outcome: .replaced(by: .closed)),
        End(
            attempt: .failed, purpose: .invitation, sequel: .send(.linkRenewed), reached: false,
            outcome: .replaced(by: .invitation)),
        End(
            attempt: .lost, purpose: .reminder, sequel: .send(.rescheduled), reached: true,
            outcome: .replaced(by: .rescheduled)),
        End(
            attempt: .failed, purpose: .canceled, sequel: .send(.linkRenewed), reached: true,
            outcome: .replaced(by: .linkRenewed)),
        End(
            attempt: .sent, purpose: .invitation, sequel: .invitationElsewhere, reached: true,
            outcome: .replaced(by: .invitation)),
        End(
            attempt: .failed, purpose: .reminder, sequel: .invitationElsewhere, reached: false,
            outcome: .replaced(by: .invitation)),
        End(attempt: .sent, purpose: .invitation, sequel: .nothingElsewhere, reached: true, outcome: .done),
        End(attempt: .lost, purpose: .invitation, sequel: .nothingElsewhere, reached: false, outcome: .done),
    ]

    @Test("When an attempt has ended, what followed takes its place", arguments: ends)
    func outcomes(_ end: End) {
        #expect(
            OutboxOutcome(end.attempt, of: end.purpose, sequel: end.sequel, reached: end.reached) == end.outcome,
            "\(end)")
    }
}
