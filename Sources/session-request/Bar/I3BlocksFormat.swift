internal import JSONRPC

/// i3blocks' `format=json`: one block of i3bar's protocol a line, without markup.
enum I3BlocksFormat {
    static func line(_ content: BarContent) -> String {
        var writer = JSONWriter()
        write(content, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func write(_ content: BarContent, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", "session-request")
        writer.member("full_text", content.text)
        writer.member("short_text", content.short)
        writer.member("color", ifPresent: content.level.color)
        writer.member("urgent", content.level == .urgent)
        writer.member("markup", "none")
        writer.endObject()
    }
}
