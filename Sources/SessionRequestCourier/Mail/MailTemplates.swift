internal import Mustache

/// The templates of mail: those that are built in, and an admin's in place of them.
///
/// `mail.text` and `mail.html` are for every mail; one that is named by a purpose, such as `invitation.html`, goes before
/// them.
struct MailTemplates: Sendable {
    /// What a template may be called in the admin's folder, without `.mustache`.
    static let names = Set(
        ["mail"] + LetterPurpose.allCases.map(\.rawValue)
    ).flatMap { ["\($0).text", "\($0).html"] }

    private var library: MustacheLibrary

    /// Throws at a template that Mustache cannot read.
    init(overriddenBy sources: [String: String] = [:]) throws {
        library = MustacheLibrary()
        for (name, source) in ["mail.text": Self.text, "mail.html": Self.html].merging(
            sources, uniquingKeysWith: { $1 })
        {
            let pragma = name.hasSuffix(".text") ? "{{% CONTENT_TYPE:TEXT}}\n" : ""
            try library.register(pragma + source, named: name)
        }
    }

    /// One alternative, `text` or `html`, of a mail.
    func rendered(_ values: [String: Any], for purpose: LetterPurpose, as format: String) -> String {
        library.render(values, withTemplate: "\(purpose.rawValue).\(format)")
            ?? library.render(values, withTemplate: "mail.\(format)") ?? ""
    }
}
