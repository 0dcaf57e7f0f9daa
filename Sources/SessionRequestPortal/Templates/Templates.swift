internal import Mustache

/// The pages as they are built in, by their names.
enum Templates {
    static let builtIn: [String: String] = [
        "page": page, "token": token, "notice": notice, "facts": facts, "warning": warning, "cancel": cancel,
        "invitation": invitation, "join": join, "programs": programs, "allow": allow, "ready": ready,
        "connected": connected, "over": over, "message": message, "code": code, "help": help, "support": support,
    ]

    /// The built-in ones with an admin's in place of some. Throws the name of the one that is no template.
    static func library(overridden by: [String: String]) throws(TemplateFault) -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, text) in builtIn.merging(by, uniquingKeysWith: { $1 }) {
            do { try library.register(text, named: name) } catch { throw TemplateFault(name: name) }
        }
        return library
    }
}

/// A template that cannot be read.
struct TemplateFault: Error {
    let name: String
}
