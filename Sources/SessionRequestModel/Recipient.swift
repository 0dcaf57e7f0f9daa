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
            do { try TextRule.checkLanguageTag(language) } catch { throw error.inside("language") }
        }
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
    }

    /// A recipient that was checked when it was made, read back from where it was kept.
    package init(keptName name: String, email: String?, phone: String?, language: String?) {
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
    }

    private static func check(phone: String) throws(Violation) {
        try TextRule.checkLine(phone, atMost: Limits.phone)
        guard phone.utf8.allSatisfy({ "0123456789+-()./ x".utf8.contains($0) }),
            phone.utf8.contains(where: { (48...57).contains($0) }), !phone.hasPrefix("-")
        else { throw Violation("must be a phone number: digits, spaces and + - ( ) . /") }
    }
}
