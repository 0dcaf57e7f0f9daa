internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("What params refuse, and where")
struct RefusalTests {
    /// The place that params are refused at, counted from the params; nil when they are taken.
    private func refusal(_ type: any RPCMethod.Type, _ json: String) throws -> String? {
        let root = try node(json)
        func check<Method: RPCMethod>(_ type: Method.Type) -> String? {
            do {
                _ = try Method.params(from: root)
                return nil
            } catch { return error.pointer(from: root) }
        }
        return check(type)
    }

    @Test("An unknown member is refused with its place, at any depth", arguments: MethodSample.all)
    func unknown(_ sample: MethodSample) throws {
        let value = try JSONValue(from: node(sample.params))
        for (pointer, grown) in growths(of: value, at: "") {
            let isFree = pointer.hasPrefix("/customFields/") || pointer.contains("/params/")
            #expect(try refusal(sample.type, text(of: grown)) == (isFree ? nil : pointer), "\(sample.type.name)")
        }
    }

    /// The value, once for each object in it, with a member more in that one, and where the member is.
    private func growths(of value: JSONValue, at pointer: String) -> [(String, JSONValue)] {
        switch value {
        case .object(let members):
            var grown = [(pointer + "/zzz", JSONValue.object(members + [("zzz", .string("1"))]))]
            for (index, member) in members.enumerated() {
                for (place, inner) in growths(of: member.1, at: "\(pointer)/\(member.0)") {
                    var members = members
                    members[index].1 = inner
                    grown.append((place, .object(members)))
                }
            }
            return grown
        case .array(let elements):
            return elements.enumerated().flatMap { index, element in
                growths(of: element, at: "\(pointer)/\(index)").map { place, inner in
                    var elements = elements
                    elements[index] = inner
                    return (place, .array(elements))
                }
            }
        default: return []
        }
    }

    @Test("Each member of the wrong kind is refused with its place", arguments: MethodSample.all)
    func wrongKind(_ sample: MethodSample) throws {
        guard case .object(let members) = try JSONValue(from: node(sample.params)) else { return }
        for index in members.indices where members[index].0 != "customFields" {
            var wrong = members
            // A truth value where a text is expected, a text where a truth value or anything else is.
            if case .string = members[index].1 { wrong[index].1 = .bool(true) } else { wrong[index].1 = .string("?") }
            if members[index].0 == "subject" { wrong[index].1 = .bool(true) }
            #expect(try refusal(sample.type, text(of: JSONValue.object(wrong))) == "/\(members[index].0)")
        }
    }

    @Test("Params by position are refused as a whole", arguments: MethodSample.all)
    func positions(_ sample: MethodSample) throws {
        #expect(try refusal(sample.type, "[]") == "")
    }

    @Test(
        "What is missing or out of bounds is refused with its place",
        arguments: [
            (SessionRequestMethods.Create.self, "{}", "/recipient"),
            (SessionRequestMethods.Create.self, #"{"recipient":{}}"#, "/recipient/name"),
            (SessionRequestMethods.Create.self, #"{"recipient":null}"#, "/recipient"),
            (SessionRequestMethods.Create.self, #"{"recipient":{"name":"x"},"expiresIn":1e9}"#, "/expiresIn"),
            (SessionRequestMethods.Create.self, #"{"recipient":{"name":"x"},"expiresIn":-1}"#, "/expiresIn"),
            (SessionRequestMethods.Create.self, #"{"recipient":{"name":"x"},"assignee":"you"}"#, "/assignee"),
            (
                SessionRequestMethods.Create.self, #"{"recipient":{"name":"x"},"customFields":{"a":1}}"#,
                "/customFields/a"
            ),
            (SessionRequestMethods.Get.self, "{}", "/id"),
            (SessionRequestMethods.Get.self, #"{"id":0}"#, "/id"),
            (SessionRequestMethods.Get.self, #"{"id":null}"#, "/id"),
            (SessionRequestMethods.Get.self, #"{"id":1.5}"#, "/id"),
            (SessionRequestMethods.Get.self, #"{"id":9007199254740992}"#, "/id"),
            (SessionRequestMethods.List.self, #"{"limit":501}"#, "/limit"),
            (SessionRequestMethods.List.self, #"{"limit":0}"#, "/limit"),
            (SessionRequestMethods.List.self, #"{"filter":{"tags":["a",2]}}"#, "/filter/tags/1"),
            (SessionRequestMethods.Assign.self, #"{"id":1}"#, "/assignee"),
            (SessionRequestMethods.Reschedule.self, #"{"id":1}"#, "/schedule"),
            (SessionRequestMethods.Wait.self, #"{"id":1,"until":[]}"#, "/until"),
            (SessionRequestMethods.Wait.self, #"{"id":1}"#, "/until"),
            (SessionRequestMethods.Wait.self, #"{"id":1,"until":["open"],"timeout":3601}"#, "/timeout"),
            (SessionRequestMethods.Bulk.self, #"{"operations":[]}"#, "/operations"),
            (SessionRequestMethods.Bulk.self, #"{"operations":[{"params":{}}]}"#, "/operations/0/method"),
            (EventsMethods.Subscribe.self, #"{"heartbeatSeconds":0.5}"#, "/heartbeatSeconds"),
            (LinkMethods.Open.self, "{}", "/token"),
            (LinkMethods.Open.self, #"{"token":"a","code":"b"}"#, "/code"),
            (LinkMethods.Grant.self, #"{"token":"a"}"#, "/join"),
            (RPCMethods.Cancel.self, #"{"id":1.5}"#, "/id"),
        ] as [(any RPCMethod.Type, String, String)])
    func outOfBounds(_ type: any RPCMethod.Type, _ json: String, _ place: String) throws {
        #expect(try refusal(type, json) == place)
    }

    @Test("A call without params reads as one with none of them")
    func noParams() throws {
        _ = try RPCMethods.Ping.params(from: nil)
        let error = #expect(throws: JSONMismatch.self) { _ = try SessionRequestMethods.Get.params(from: nil) }
        #expect(error?.pointer == "/id")
        #expect(WireError.invalidParams(try #require(error), in: nil).data.path == "/id")
    }

    @Test("A place counts from the params, wherever in the line they are")
    func relative() throws {
        let batch = try node(#"[{"params":{"id":"x"}}]"#)
        let params = try #require(batch.elements.compactMap { $0["params"] }.first)
        let error = #expect(throws: JSONMismatch.self) { _ = try SessionRequestMethods.Get.params(from: params) }
        #expect(WireError.invalidParams(try #require(error), in: params).data.path == "/id")
    }

    @Test("A list in a filter takes a thousand entries and no more", arguments: [(1000, true), (1001, false)])
    func longLists(_ count: Int, _ isTaken: Bool) throws {
        let list = "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]"
        let place = try refusal(SessionRequestMethods.List.self, #"{"filter":{"ids":\#(list)}}"#)
        #expect(place == (isTaken ? nil : "/filter/ids"))
    }
}
