internal import Foundation
internal import JSONRPC
internal import SessionRequestServer
internal import Testing

@Suite struct ConfigurationSchemaTests {
    @Test func whatIsLeftOutIsWhatTheSchemaSays() throws {
        let defaults = try ConfigurationSchema.defaults()
        #expect(defaults.contains("\"maxDenials\": 3") && defaults.contains("\"level\": \"info\""))
        let configuration = try ConfigurationFolder(defaults).read()
        #expect(Facts(configuration) == Facts(Configuration()))
    }

    @Test func everyDefaultIsWritten() throws {
        let defaults = try ConfigurationSchema.defaults()
        let leaves = try ConfigurationSchema.keys().filter {
            $0.schema["default"] != nil && $0.schema["properties"] == nil && $0.path.first != "roles"
                && $0.path != ["connectors"] && !$0.path.contains("*")
        }
        #expect(leaves.count > 15)
        for leaf in leaves { #expect(defaults.contains("\"\(leaf.path.last ?? "")\": "), "\(leaf)") }
    }

    @Test func numbersAreTakenFromTheLeastToTheMostAndNotBeyond() throws {
        let numbers = try ConfigurationSchema.keys().filter { $0.schema["type"]?.string == "integer" }
        #expect(numbers.count == 21)
        for key in numbers {
            let least = try #require(key.schema["minimum"]?.integer)
            let most = try #require(key.schema["maximum"]?.integer)
            for value in [least, most] {
                let faults = try ConfigurationFolder(key.line("\(value)")).faults()
                #expect(!faults.contains { $0.contains("\(key) must be an integer") }, "\(key)")
            }
            for value in [least - 1, most + 1] {
                let faults = try ConfigurationFolder(key.line("\(value)")).faults()
                #expect(
                    faults.contains { $0.hasSuffix("\(key) must be an integer from \(least) to \(most)") }, "\(key)")
            }
        }
    }

    @Test func wordsAreThoseOfTheSchema() throws {
        let words = try ConfigurationSchema.keys().filter { $0.schema["enum"] != nil && !$0.path.contains("*") }
        #expect(
            words.map(\.description) == [
                "portal.forwardedField", "roles.default", "email.smtp.security", "sms.http.method", "log.level",
            ])
        for key in words {
            let values = try #require(key.schema["enum"]).elements.compactMap(\.string)
            for value in values {
                let faults = try ConfigurationFolder(key.line(value)).faults()
                #expect(!faults.contains { $0.contains("\(key) must be one of") }, "\(key)")
            }
            let faults = try ConfigurationFolder(key.line("nonsense")).faults()
            #expect(faults.contains { $0.hasSuffix("\(key) must be one of \(values.joined(separator: ", "))") })
        }
    }

    @Test func truthsAreTakenAndNothingElse() throws {
        let truths = try ConfigurationSchema.keys().filter {
            $0.schema["type"]?.string == "boolean" && !$0.path.contains("*")
        }
        #expect(truths.map(\.description) == ["policy.allowPrivateHosts", "connect.requireClient"])
        for key in truths {
            for value in ["true", "false"] {
                let faults = try ConfigurationFolder(key.line(value)).faults()
                #expect(faults == [])
            }
        }
    }

    @Test func theKeysOfEveryMappingAreThoseOfTheSchema() throws {
        let mappings = try ConfigurationSchema.keys().filter {
            $0.schema["properties"] != nil && !$0.path.contains("*")
        }
        #expect(mappings.count > 10)
        let root = ConfigurationSchema.Key(path: [], schema: try ConfigurationSchema.root())
        for mapping in mappings + [root] where mapping.path != ["connectors"] {
            let folder = try ConfigurationFolder(mapping.line("{zzzzzzzzzzzzzzzzzzzzzz: 1}"))
            let fault = try #require(folder.faults().first { $0.contains(" is unknown; known here are ") })
            let known = try #require(fault.components(separatedBy: "known here are ").last)
            let names = try #require(mapping.schema["properties"]).members.compactMap(\.name.string)
            #expect(known.components(separatedBy: ", ").sorted() == names.sorted(), "\(mapping)")
        }
    }

    @Test func theExamplesOfTheSchemaAreTaken() throws {
        let examples = try #require(try ConfigurationSchema.root()["examples"]).elements
        #expect(examples.underestimatedCount > 1)
        for example in examples {
            let faults = try ConfigurationFolder(String(decoding: example.rawBytes, as: UTF8.self)).faults()
            #expect(faults == [])
        }
    }
}
