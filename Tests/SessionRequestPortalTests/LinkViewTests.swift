internal import SessionRequestPortal
internal import SessionRequestText
internal import SessionRequestWire
internal import Testing

@Suite struct LinkViewTests {
    private static func view(_ link: WireLink) throws -> LinkView {
        try #require(LinkView(link, now: Links.now))
    }

    @Test(arguments: [
        ("open", false, Step.invitation), ("open", true, .asked), ("waiting", false, .join), ("waiting", true, .asked),
        ("ready", false, .ready), ("connected", false, .connected), ("closed", false, .closed),
        ("expired", false, .expired),
    ])
    func everyStatusHasItsStep(status: String, isAsked: Bool, step: Step) throws {
        let view = try Self.view(Links.link(status) { $0.accessRequested = isAsked })
        #expect(view.step == step)
        #expect(Set(view.presses.map(\.rawValue)) == Set(Links.actions[status] ?? []))
    }

    @Test func aStatusOfANewerServiceHasNone() {
        #expect(LinkView(Links.link("dreaming"), now: Links.now) == nil)
    }

    @Test func onlyThePlaceInTheQueueLeavesThePageAsItIs() throws {
        let link = Links.link("waiting") { $0.queuePosition = 2 }
        let view = try Self.view(link)
        #expect(view.queuePosition == 2)
        let moved = try Self.view(Links.link("waiting") { $0.queuePosition = 1 })
        #expect(moved.key == view.key)
        let changes: [(inout WireLink) -> Void] = [
            { $0.status = "ready" }, { $0.agentName = "ben" }, { $0.accessRequested = true }, { $0.subject = nil },
            { $0.allowedActions = [] }, { $0.expiresAt = "2026-06-03T12:00:00.000Z" }, { $0.language = "de" },
            { $0.schedule = WireSchedule(startsAt: "2026-06-01T13:00:00.000Z") },
        ]
        for change in changes {
            let other = try Self.view(Links.link("waiting", change))
            #expect(other.key != view.key)
        }
    }

    @Test func aPlaceIsShownWhileSomebodyWaits() throws {
        for status in Links.actions.keys {
            let view = try Self.view(Links.link(status) { $0.queuePosition = 3 })
            #expect((view.queuePosition == 3) == ["waiting", "ready"].contains(status))
        }
    }

    @Test(arguments: [("2026-06-01T11:59:59.999Z", false), ("2026-06-01T12:00:00.001Z", true)])
    func whatIsPlannedIsAheadUntilItsTime(start: String, isAhead: Bool) throws {
        let view = try Self.view(Links.link("waiting") { $0.schedule = WireSchedule(startsAt: start) })
        #expect(view.isAhead == isAhead)
    }

    @Test func aNoticeIsSaidOnlyWhereItIsTrue() {
        let truths: [(Notice, [Step])] = [
            (.denied, [.join]), (.revoked, [.join]), (.canceled, [.closed]), (.thanks, [.closed]),
            (.asked, [.invitation, .join, .asked]), (.stale, Step.allCases), (.changed, Step.allCases),
        ]
        #expect(
            truths.map(\.0)
                == Notice.allCases.sorted { lhs, rhs in
                    let order: [Notice] = truths.map(\.0)
                    return (order.firstIndex(of: lhs) ?? 0) < (order.firstIndex(of: rhs) ?? 0)
                })
        for (notice, steps) in truths {
            for step in Step.allCases { #expect((notice.text(on: step) != nil) == steps.contains(step)) }
        }
    }

    @Test func stepsAreCountedUntilTheEnd() {
        #expect(Step.allCases.compactMap(\.number).max() == Step.count)
        #expect(Step.closed.number == nil && Step.expired.number == nil)
    }
}
