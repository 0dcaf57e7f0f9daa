/// The person who needs help.
public struct Recipient: Sendable, Hashable {
    /// How the person is called; one line.
    public private(set) var name: String
    /// Where mail reaches the person.
    public private(set) var email: String?
    /// Where a text message reaches the person, as written by the agent.
    public private(set) var phone: String?
    /// A BCP 47 tag: the language of page and mail.
    public private(set) var language: String?

    /// Throws with the pointer of the first member that is over its limit or not what it claims to be.
    public init(name: String, email: String? = nil, phone: String? = nil, language: String? = nil) throws(Violation) {
        do { try TextRule.checkLine(name, atMost: Limits.name) } catch { throw error.inside("name") }
        if let email {
            do { try EmailAddress.check(email) } catch { throw error.inside("email") }
        }
        if let phone {
            do { try Self.check(phone: phone) } catch { throw error.inside("phone") }
        }
        if let language {
            do { try TextRule.checkToken(language, atMost: Limits.language, others: "-") } catch {
                throw error.inside("language")
            }
        }
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
    }

    private static func check(phone: String) throws(Violation) {
        try TextRule.checkLine(phone, atMost: Limits.phone)
        guard phone.utf8.allSatisfy({ "0123456789+-()./ x".utf8.contains($0) }),
            phone.utf8.contains(where: { (48...57).contains($0) })
        else { throw Violation("must be a phone number: digits, spaces and + - ( ) . /") }
    }
}

enum EmailAddress {
    /// Refuses what no mail server would take: RFC 5321's mailbox without quoting, comments and address literals.
    static func check(_ text: String) throws(Violation) {
        try TextRule.checkLine(text, atMost: Limits.email)
        let refusal = Violation("must be an email address such as maria@example.org")
        guard let at = text.lastIndex(of: "@") else { throw refusal }
        let local = text[..<at]
        let domain = text[text.index(after: at)...]
        guard !local.isEmpty, local.utf8.count <= 64, !domain.isEmpty, !local.hasPrefix("."), !local.hasSuffix("."),
            !local.contains("..")
        else { throw refusal }
        let forbidden = "()<>[]:;@\\,\" "
        guard !local.contains(where: { forbidden.contains($0) }) else { throw refusal }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        for label in labels {
            guard !label.isEmpty, label.utf8.count <= 63, !label.hasPrefix("-"), !label.hasSuffix("-"),
                label.unicodeScalars.allSatisfy({
                    $0.value > 127 || $0 == "-" || TextRule.isAlphanumeric(UInt8($0.value))
                })
            else { throw refusal }
        }
    }
}
