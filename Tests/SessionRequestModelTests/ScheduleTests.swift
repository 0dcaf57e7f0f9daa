internal import SessionRequestModel
internal import Testing

@Suite struct ScheduleTests {
    @Test func `an end comes after its start`() throws {
        #expect(throws: Violation("must be after startsAt", at: "/endsAt")) {
            try Schedule(startsAt: Sample.at(5), endsAt: Sample.at(5))
        }
        #expect(try Schedule(startsAt: Sample.at(5), endsAt: Sample.at(6)).lastInstant == Sample.at(6))
        #expect(try Schedule(startsAt: Sample.at(5)).lastInstant == Sample.at(5))
    }

    @Test(arguments: ["UTC", "Europe/Madrid", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince"])
    func `a zone of the IANA database can be named`(zone: String) throws {
        #expect(try Schedule(startsAt: Sample.start, timeZone: zone).timeZone == zone)
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../etc/passwd", "Europe/", "Europe//Madrid", "Europe/..", "-x", ":UTC",
        "Europe/Madrid\n",
        "Europe Madrid",
    ])
    func `what could lead out of the database is refused`(zone: String) {
        let refusal = #expect(throws: Violation.self) { try Schedule(startsAt: Sample.start, timeZone: zone) }
        #expect(refusal?.pointer == "/timeZone")
    }

    @Test func `a reference's URL is one of the web`() throws {
        _ = try ExternalReference(system: "s", id: "1", url: "https://desk.example.org/t/7?x=1#y")
        for url in [
            "", "https://", "http:///x", "javascript:alert(1)", "ftp://x", "HTTPS//x", "https://a b", "https://a\"b",
            "https://a<b", "file:///etc/passwd",
        ] {
            let refusal = #expect(throws: Violation.self) { try ExternalReference(system: "s", id: "1", url: url) }
            #expect(refusal?.pointer == "/url")
        }
    }

    @Test func `an assignee is an agent, a queue or a client`() throws {
        #expect(try Assignee(type: "agent", id: "ana") == .agent("ana"))
        #expect(try Assignee(type: "queue", id: "tier-1") == .queue("tier-1"))
        #expect(try Assignee(type: "client", id: "123456789") == .client("123456789"))
        for assignee in [Assignee.agent("a"), .queue("b"), .client("c")] {
            #expect(try Assignee(type: assignee.type, id: assignee.id) == assignee)
        }
        #expect(throws: Violation("must be agent, queue or client", at: "/type")) {
            try Assignee(type: "team", id: "x")
        }
        #expect(throws: Violation.self) { try Assignee(type: "queue", id: "Tier 1") }
        #expect(throws: Violation.self) { try Assignee(type: "agent", id: "") }
    }

    @Test func `a rating is one to five`() throws {
        for rating in [Int.min, -1, 0, 6, Int.max] {
            #expect(throws: Violation("must be 1 to 5", at: "/rating")) {
                try Feedback(rating: rating, comment: nil, at: Sample.start)
            }
        }
        #expect(try Feedback(rating: 1, comment: nil, at: Sample.start).rating == 1)
    }
}
