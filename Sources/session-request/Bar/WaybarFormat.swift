internal import JSONRPC

/// Waybar's custom module with `"return-type": "json"`: one object a line; text and tooltip are Pango markup.
enum WaybarFormat {
    static func line(_ content: BarContent) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("text", PangoMarkup.escaped(content.text))
        writer.member("alt", content.level.rawValue)
        writer.member("tooltip", content.details.map { PangoMarkup.escaped($0.text) }.joined(separator: "\n"))
        writer.member("class", content.level.rawValue)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
