internal import JSONRPC

/// The protocol of i3bar and swaybar: a header, and an endless array of lists of blocks.
enum I3BarFormat {
    static let opening = "{\"version\":1}\n[\n"

    static func line(_ content: BarContent, isFirst: Bool) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        I3BlocksFormat.write(content, to: &writer)
        writer.endArray()
        return (isFirst ? "" : ",") + String(decoding: writer.bytes, as: UTF8.self)
    }
}
