internal import JSONRPC
internal import SessionRequestService

/// The routes as text, for the check that they are those of the schema.
public enum MethodList {
    private struct Line: JSONEncodable {
        var route: Route

        func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("method", route.method)
            writer.member("access", Role.allCases.filter(route.access.contains).map(\.rawValue))
            writer.member("blocking", route.kind == .blocking)
            writer.endObject()
        }
    }

    /// One JSON object a method: `method`, `access`, `blocking`.
    public static var lines: [String] {
        Routes.all.map { route in
            var writer = JSONWriter()
            writer.value(Line(route: route))
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
