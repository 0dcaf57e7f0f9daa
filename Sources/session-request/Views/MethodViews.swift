package import JSONRPC

/// Methods of the protocol as its schema describes them.
package enum MethodViews {
    /// A line for each: its name and its summary.
    package static func list(_ methods: [JSONNode], on screen: Screen) -> [String] {
        var table = Table([.init("METHOD"), .init("SUMMARY", least: 20)])
        for method in methods {
            table.append([.init(text(method, "name"), .bold), .init(text(method, "summary"))])
        }
        return table.lines(width: screen.columns, paint: screen.paint)
    }

    /// One with its params, its result, its errors and an example.
    package static func one(_ method: JSONNode, on screen: Screen) -> [String] {
        let paint = screen.paint
        let name = text(method, "name")
        var lines = ["\(paint(.bold, SafeText.line(name)))  \(SafeText.line(text(method, "summary")))"]
        lines += DisplayWidth.wrap(SafeText.line(text(method, "description")), to: screen.columns)
        var sheet = Sheet(on: screen)
        sheet.add("for", words(method["x-access"]))
        if method["x-blocking"]?.bool == true {
            sheet.add("blocking", "yes: it answers when something happens, or in time")
        }
        lines += [""] + sheet.lines
        lines += params(method["params"], on: screen)
        if let schema = method["result"]?["schema"] {
            lines += ["", paint(.faint, "RESULT")] + type(ofMembers: schema, screen)
        }
        lines += ["", paint(.faint, "EXAMPLE"), "  session-request call \(SafeText.line(name))\(example(method))"]
        return lines
    }

    private static func params(_ params: JSONNode?, on screen: Screen) -> [String] {
        guard let params, params.count > 0 else { return [] }
        var table = Table([.init("PARAM"), .init("TYPE", least: 10), .init(""), .init("MEANING", least: 20)])
        for param in params.elements {
            let isRequired = param["required"]?.bool == true
            table.append([
                .init(text(param, "name"), .bold), .init(param["schema"].map(type) ?? "any"),
                .init(isRequired ? "required" : "", .yellow), .init(text(param, "description")),
            ])
        }
        return [""] + table.lines(width: screen.columns, paint: screen.paint)
    }

    private static func type(ofMembers schema: JSONNode, _ screen: Screen) -> [String] {
        guard let members = schema["properties"], members.count > 0 else { return ["  \(SafeText.line(type(schema)))"] }
        var sheet = Sheet(on: screen, indent: 2)
        for (name, schema) in members.members { sheet.add(SafeText.line(name.string ?? ""), type(schema)) }
        return sheet.lines
    }

    /// A schema in a word or two: "string", "list of Status", "Filter or null".
    private static func type(_ schema: JSONNode) -> String {
        if let name = schema["$ref"]?.string { return String(name.split(separator: "/").last ?? "") }
        if let values = schema["enum"] { return values.elements.compactMap(\.string).joined(separator: "|") }
        if let one = schema["oneOf"] ?? schema["anyOf"] { return one.elements.map(type).joined(separator: " or ") }
        if let all = schema["allOf"]?.elements.first(where: { _ in true }) { return type(all) }
        if let value = schema["const"] { return String(decoding: value.rawBytes, as: UTF8.self) }
        let name = schema["type"]?.string ?? "any"
        if name == "array" { return "list of \(schema["items"].map(type) ?? "any")" }
        return name
    }

    /// The first example's params, quoted for a shell.
    private static func example(_ method: JSONNode) -> String {
        guard let example = method["examples"]?.elements.first(where: { _ in true }), let params = example["params"],
            params.count > 0
        else { return "" }
        var writer = JSONWriter()
        writer.beginObject()
        for param in params.elements {
            guard let name = param["name"]?.string, let value = param["value"] else { continue }
            if let text = value.string, text.hasPrefix("${") {
                // What the schema's tests fill in.
                writer.member(name, name == "id" ? JSONValue.integer(42) : .string(name.uppercased()))
            } else {
                writer.member(name, value)
            }
        }
        writer.endObject()
        let text = SafeText.json(writer.bytes).split(separator: "'", omittingEmptySubsequences: false)
        return " '\(text.joined(separator: "'\\''"))'"
    }

    private static func words(_ list: JSONNode?) -> String {
        list?.elements.compactMap(\.string).map { $0.replacing("_", with: " ") }.joined(separator: ", ") ?? ""
    }

    private static func text(_ node: JSONNode, _ name: String) -> String { node[name]?.string ?? "" }
}
