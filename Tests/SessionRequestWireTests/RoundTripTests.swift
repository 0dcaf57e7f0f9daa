internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("Nouns and methods, there and back")
struct RoundTripTests {
    @Test("A noun with every member is written as it was read", arguments: NounSample.all)
    func noun(_ sample: NounSample) throws {
        #expect(try sample.roundTrip(try node(sample.json)) == sample.json)
    }

    @Test("A noun is read over members that a newer service adds", arguments: NounSample.all)
    func lenientNoun(_ sample: NounSample) throws {
        guard sample.component != "Operation" else { return }
        let grown = sample.json.dropLast() + #","fromTheFuture":{"a":[1]}}"#
        #expect(try sample.roundTrip(try node(String(grown))) == sample.json)
    }

    @Test("Params with every member are written as they were read", arguments: MethodSample.all)
    func params(_ sample: MethodSample) throws {
        func check<Method: RPCMethod>(_ type: Method.Type) throws {
            let node = try node(sample.params)
            #expect(text(of: try Method.params(from: node)) == sample.params)
        }
        try check(sample.type)
    }

    @Test("A result with every member is written as it was read", arguments: MethodSample.all)
    func result(_ sample: MethodSample) throws {
        func check<Method: RPCMethod>(_ type: Method.Type) throws {
            #expect(text(of: try Method.Result(from: try node(sample.result))) == sample.result)
        }
        try check(sample.type)
    }

    @Test("A result is read over members that a newer service adds", arguments: MethodSample.all)
    func lenientResult(_ sample: MethodSample) throws {
        func check<Method: RPCMethod>(_ type: Method.Type) throws {
            let grown = String(sample.result.dropLast()) + #","fromTheFuture":1}"#
            _ = try Method.Result(from: try node(grown))
        }
        try check(sample.type)
    }

    @Test("Every method has a sample, and no two have one name")
    func complete() {
        let names = AllMethods.types.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(names.sorted() == MethodSample.all.map { $0.type.name }.sorted())
    }
}
