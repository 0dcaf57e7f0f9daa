internal import SessionRequestModel

/// An address of mail, and whose it is.
package struct Mailbox: Sendable, Hashable {
    /// What stands before the address; nil: nothing.
    package var name: String?
    /// The address.
    package var address: String

    /// This address under this name, neither of which is checked.
    package init(name: String?, address: String) {
        self.name = name
        self.address = address
    }
}

extension ConfigurationReader {
    /// An address, or a name and an address: `Example Support <help@example.org>`.
    package func mailbox() -> Mailbox? {
        guard let text = line(atMost: Limits.email + Limits.name) else { return nil }
        var mailbox = Mailbox(name: nil, address: text)
        if text.hasSuffix(">"), let start = text.lastIndex(of: "<") {
            let name = text[..<start].drop { $0 == " " }
            mailbox.address = String(text[text.index(after: start)...].dropLast())
            let end = name.lastIndex { $0 != " " }
            mailbox.name = end.map { String(name[...$0]) }
        }
        do throws(Violation) {
            try EmailAddress.check(mailbox.address)
            if let name = mailbox.name { try TextRule.checkLine(name, atMost: Limits.name) }
        } catch {
            return nothing("must be an address, such as help@example.org or Example Support <help@example.org>")
        }
        return mailbox
    }
}
