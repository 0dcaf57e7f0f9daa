internal import Foundation
internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("The types and the schema")
struct SchemaTests {
    private static let schema = Result<JSONNode, any Error> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../schema/openrpc.json")
        return try JSONDocument([UInt8](Data(contentsOf: root))).root
    }

    private func methods() throws -> [String: JSONNode] {
        var methods: [String: JSONNode] = [:]
        for method in try #require(try Self.schema.get()["methods"]).elements {
            methods[try #require(method["name"]?.string)] = method
        }
        return methods
    }

    private func names(of members: JSONMembers) -> Set<String> { Set(members.map { $0.name.string ?? "" }) }

    private func component(_ name: String) throws -> JSONNode {
        try #require(try Self.schema.get()["components"]?["schemas"]?[name], "no schema of \(name)")
    }

    @Test("Every method of the schema has its type, and every type its method")
    func methodsBothWays() throws {
        #expect(try methods().keys.sorted() == AllMethods.types.map { $0.name }.sorted())
    }

    @Test("Params have the schema's names, and none is needed that the schema leaves out", arguments: MethodSample.all)
    func params(_ sample: MethodSample) throws {
        let method = try #require(try methods()[sample.type.name])
        var declared: Set<String> = []
        var required: [(String, JSONValue)] = []
        let full = try node(sample.params)
        for param in try #require(method["params"]).elements {
            let name = try #require(param["name"]?.string)
            declared.insert(name)
            guard param["required"]?.bool == true else { continue }
            required.append((name, try JSONValue(from: try #require(full[name], "no sample of \(name)"))))
        }
        if declared.contains("token"), declared.contains("code") {
            required.append(("token", .string("abc")))
            declared.remove("code")
        }
        #expect(names(of: full.members) == declared)
        func check<Method: RPCMethod>(_ type: Method.Type) throws {
            _ = try Method.params(from: node(text(of: JSONValue.object(required))))
        }
        try check(sample.type)
    }

    @Test("Results have the schema's names", arguments: MethodSample.all)
    func results(_ sample: MethodSample) throws {
        let method = try #require(try methods()[sample.type.name])
        var schema = try #require(method["result"]?["schema"])
        if let reference = schema["$ref"]?.string?.split(separator: "/").last {
            schema = try component(String(reference))
        }
        let properties = try #require(schema["properties"])
        #expect(names(of: try node(sample.result).members) == names(of: properties.members))
    }

    @Test("Nouns have the schema's names", arguments: NounSample.all)
    func nouns(_ sample: NounSample) throws {
        let schema = try component(sample.component)
        let shapes =
            schema["properties"].map { [$0] } ?? schema["oneOf"]?.elements.compactMap { $0["properties"] } ?? []
        let declared = shapes.reduce(into: Set<String>()) { $0.formUnion(names(of: $1.members)) }
        #expect(names(of: try node(sample.json).members) == declared)
    }

    @Test("Each reason has the schema's number and advice, and the schema has no other")
    func reasons() throws {
        let errors = try #require(try Self.schema.get()["x-errors"])
        #expect(names(of: errors.members) == Set(ErrorReason.allCases.map(\.rawValue)))
        for reason in ErrorReason.allCases {
            #expect(errors[reason.rawValue]?["code"]?.integer == Int64(reason.code))
            #expect(errors[reason.rawValue]?["retryable"]?.bool == reason.isRetryable)
        }
    }

    @Test("Notifications have the schema's names")
    func notifications() throws {
        var declared: [String: Set<String>] = [:]
        for notification in try #require(try Self.schema.get()["x-notifications"]).elements {
            let params = try #require(notification["params"]).elements.map { $0["name"]?.string ?? "" }
            declared[try #require(notification["name"]?.string)] = Set(params)
        }
        #expect(
            declared == [
                "events.event": names(of: try node(Samples.event).members).union(["subscription"]),
                "events.sync": ["subscription", "cursor"],
                "events.closed": ["subscription", "reason", "resume", "retryAfter"],
                "link.changed": ["subscription", "link", "replaced"],
            ])
    }

    @Test("The bounds are the schema's")
    func limits() throws {
        let limits = try #require(try Self.schema.get()["x-limits"])
        func limit(_ name: String) -> Int64? { limits[name]?["value"]?.integer }
        #expect(limit("bulkOperations") == Int64(WireLimits.operations))
        #expect(limit("filterEntries") == Int64(WireLimits.filterEntries))
        #expect(limit("pageItems") == WireLimits.pageItems.upperBound)
        #expect(limit("timeoutSeconds").map(Double.init) == WireLimits.timeout.upperBound)
    }
}
