internal import Foundation

/// A message as mail servers take it (RFC 5322, 2045): header, then the alternatives of its body, plainest first.
struct MIMEMessage {
    /// One alternative.
    struct Part {
        /// Such as `text/plain`.
        var type: String
        /// `name=value`, after the character set.
        var parameters: [String] = []
        var content: String
    }

    var fields: [HeaderField]
    var parts: [Part]

    /// The whole message. `boundary` is a line that no part can hold.
    func text(boundary: String) -> String {
        var text = fields.map(\.line).joined()
        text += "MIME-Version: 1.0\r\n"
        text += "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n\r\n"
        for part in parts {
            let encoding = TransferEncoding.chosen(for: part.content)
            let parameters = (["charset=utf-8"] + part.parameters).map { "; \($0)" }.joined()
            text += "--\(boundary)\r\n"
            text += HeaderField.structured("Content-Type", part.type + parameters).line
            text += "Content-Transfer-Encoding: \(encoding.rawValue)\r\n\r\n"
            text += encoding.encoded(part.content)
        }
        return text + "--\(boundary)--\r\n"
    }
}
