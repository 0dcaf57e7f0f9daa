internal import JSONRPC
internal import SessionRequestText

/// The places for number and text in what an admin has written.
package enum MessagePlaces {
    /// The pattern with both in place, each as `escape` writes it. What is put in is not looked at again.
    package static func filled(_ pattern: String, number: String, text: String, _ escape: (String) -> String) -> String
    {
        var filled = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            if rest.hasPrefix("{number}") {
                filled += escape(number)
                rest = rest.dropFirst("{number}".count)
            } else if rest.hasPrefix("{text}") {
                filled += escape(text)
                rest = rest.dropFirst("{text}".count)
            } else {
                filled.append("{")
                rest = rest.dropFirst()
            }
        }
        return filled + rest
    }

    /// How a value is written into a body of this type.
    package static func escape(for contentType: String) -> (String) -> String {
        let type = contentType.prefix { $0 != ";" }.lowercased()
        if type.hasSuffix("json") { return json }
        if type.hasSuffix("x-www-form-urlencoded") { return { CalendarText.percentEncoded($0) } }
        if type.hasSuffix("xml") { return xml }
        return { $0 }
    }

    private static func json(_ text: String) -> String {
        var writer = JSONWriter(reservingCapacity: text.utf8.count + 16)
        writer.string(text)
        return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    private static func xml(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
    }
}
