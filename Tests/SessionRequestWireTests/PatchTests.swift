internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("Members that may be left out, taken away or set")
struct PatchTests {
    @Test(
        "An update tells the three apart, there and back",
        arguments: [
            (#"{"id":1}"#, Patch<String>.absent), (#"{"id":1,"comments":null}"#, .null),
            (#"{"id":1,"comments":""}"#, .value("")), (#"{"id":1,"comments":"x"}"#, .value("x")),
        ])
    func update(_ json: String, _ comments: Patch<String>) throws {
        let params = try SessionRequestMethods.Update.params(from: node(json))
        #expect(params.comments == comments)
        #expect(text(of: params) == json)
    }

    @Test("Un-assigning is null, and me may be written short")
    func assign() throws {
        typealias Assign = SessionRequestMethods.Assign
        #expect(try Assign.params(from: node(#"{"id":1,"assignee":null}"#)).assignee == .null)
        for written in [#""me""#, #"{"type":"agent","id":"me"}"#] {
            #expect(try Assign.params(from: node(#"{"id":1,"assignee":\#(written)}"#)).assignee == .value(.me))
        }
        #expect(text(of: Assign.Params(id: 1, assignee: .null)) == #"{"id":1,"assignee":null}"#)
    }

    @Test("A filter for nobody's requests is not one for everybody's")
    func filter() throws {
        #expect(try WireFilter(from: node("{}")).assignee == .absent)
        #expect(try WireFilter(from: node(#"{"assignee":null}"#)).assignee == .null)
        #expect(try WireFilter(from: node(#"{"assignee":"me"}"#)).assignee == .value(.me))
        #expect(text(of: WireFilter(assignee: .null)) == #"{"assignee":null}"#)
    }

    @Test("Rescheduling to no time is null")
    func reschedule() throws {
        let params = try SessionRequestMethods.Reschedule.params(from: node(#"{"id":1,"schedule":null}"#))
        #expect(params.schedule == .null)
    }

    @Test("A duration without a fraction is written without one")
    func durations() {
        typealias Wait = SessionRequestMethods.Wait
        #expect(text(of: Wait.Params(id: 1, until: ["open"], timeout: 30)).hasSuffix(#""timeout":30}"#))
        #expect(text(of: Wait.Params(id: 1, until: ["open"], timeout: 0.25)).hasSuffix(#""timeout":0.25}"#))
    }
}
