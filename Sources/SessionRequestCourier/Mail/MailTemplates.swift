internal import Mustache
internal import SessionRequestText

/// The templates of mail: those that are built in, and an admin's in place of them.
///
/// `mail.text` and `mail.html` are for every mail; one that is named by a purpose, such as `invitation.html`, goes before
/// them.
struct MailTemplates: Sendable {
    /// What a template may be called in the admin's folder, without `.mustache`.
    static let names = Set(
        ["mail"] + LetterPurpose.allCases.map(\.rawValue)
    ).flatMap { ["\($0).text", "\($0).html"] }

    private static let builtIn = ["mail.text": text, "mail.html": html]

    private var library = MustacheLibrary()

    /// - Parameter sources: each without a fault; one that has one is left out.
    init(overriddenBy sources: [String: String] = [:]) {
        for (name, source) in Self.builtIn.merging(sources, uniquingKeysWith: { $1 }) {
            guard let template = try? Self.template(source, named: name) else { continue }
            library.register(template, named: name)
        }
    }

    /// One alternative, `text` or `html`, of a mail.
    func rendered(_ values: [String: Any], for purpose: LetterPurpose, as format: String) -> String {
        library.render(values, withTemplate: "\(purpose.rawValue).\(format)")
            ?? library.render(values, withTemplate: "mail.\(format)") ?? ""
    }

    /// What is wrong with a template; nil: nothing.
    static func fault(in source: String, named name: String) -> String? {
        do {
            _ = try template(source, named: name)
            return nil
        } catch let error as MustacheTemplate.ParserError {
            // The first line is ours.
            let line = error.context.lineNumber - (name.hasSuffix(".text") ? 1 : 0)
            return "it is no Mustache template: line \(max(line, 1)): \(error.error)"
        } catch {
            return "it is no Mustache template: \(error)"
        }
    }

    /// Those of an admin's templates that include themselves, so that they could never be written.
    static func endless(_ sources: [String: String]) -> [String] {
        let inclusions = TemplateInclusions(builtIn.merging(sources, uniquingKeysWith: { $1 }))
        return sources.keys.filter(inclusions.isEndless).sorted()
    }

    private static func template(_ source: String, named name: String) throws -> MustacheTemplate {
        let pragma = name.hasSuffix(".text") ? "{{% CONTENT_TYPE:TEXT}}\n" : ""
        return try MustacheTemplate(string: pragma + source)
    }
}
