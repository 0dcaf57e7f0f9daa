/// How targets of one scheme are opened on an agent's desk: a list of arguments, and perhaps a URI.
///
/// The arguments are templates, filled with the parts of an address that `Target` has checked, each argument by itself:
/// nothing is split, joined or passed to a shell, and an address never begins with `-`. See `init(scheme:argv:uri:)` for
/// the placeholders.
public struct Connector: Sendable, Hashable {
    /// The most arguments that a connector may have, the program among them.
    public static let maximumArguments = 64
    /// The most characters in one argument or in the URI.
    public static let maximumLength = 1024

    /// The scheme whose targets it opens.
    public let scheme: String
    private let argv: [LaunchTemplate]
    private let uri: LaunchTemplate?
    /// Which arguments go with the one after them when that is left out, as `-p` goes with its value.
    private let options: [Bool]

    /// A connector as the configuration writes it.
    ///
    /// Placeholders: `{address}`, the whole address; `{host}`, the address without its port; `{unbracketed}`, the host
    /// with an IPv6 address out of its brackets; `{port}`. For an address without a port, `{port}` goes with the colons
    /// right before it; where no colon is before it, the whole argument goes, with a constant option such as `-p` right
    /// before it, and so does a URI. Values in the URI are percent-encoded except for letters, digits and `-._~@:[]`.
    ///
    /// - Parameters:
    ///   - scheme: the scheme that grants name (`TextRule.checkScheme`).
    ///   - argv: the program, which is constant, and its arguments, of which one names the host or the address.
    ///   - uri: printable ASCII that begins with a constant URI scheme (RFC 3986); nil: no URL handler is offered.
    /// - Throws: a violation at `/scheme`, `/argv`, `/argv/N` or `/uri`.
    public init(scheme: String, argv: [String], uri: String? = nil) throws(Violation) {
        do { try TextRule.checkScheme(scheme) } catch { throw error.inside("scheme") }
        let templates: [LaunchTemplate]
        do { templates = try Self.templates(of: argv) } catch { throw error.inside("argv") }
        self.scheme = scheme
        self.argv = templates
        options = argv.enumerated().map { $0 > 0 && $1.hasPrefix("-") && templates[$0].isConstant }
        do { self.uri = try uri.map(Self.uriTemplate(of:)) } catch { throw error.inside("uri") }
    }

    /// What to start for `target`, which is of this scheme.
    public func launch(for target: Target) -> Launch {
        let address = AddressParts(target.address)
        var arguments: [String] = []
        for (index, template) in argv.enumerated() {
            if let argument = template.text(for: address) {
                arguments.append(argument)
            } else if options[index - 1] {
                arguments.removeLast()
            }
        }
        return Launch(argv: arguments, uri: uri?.text(for: address, encode: Self.percentEncoded))
    }

    private static func templates(of argv: [String]) throws(Violation) -> [LaunchTemplate] {
        guard (1...maximumArguments).contains(argv.count) else {
            throw Violation("must hold a program and at most \(maximumArguments - 1) arguments")
        }
        var templates: [LaunchTemplate] = []
        for (index, argument) in argv.enumerated() {
            do throws(Violation) {
                try TextRule.checkLine(argument, atMost: maximumLength, mayBeEmpty: index > 0)
                let template = try LaunchTemplate(argument)
                if index == 0 {
                    guard template.isConstant else { throw Violation("must be a program without placeholders") }
                    guard !argument.hasPrefix("-") else { throw Violation("must be a program, not an option") }
                }
                templates.append(template)
            } catch { throw error.inside("\(index)") }
        }
        guard templates.contains(where: \.namesHost) else {
            throw Violation("must have {address}, {host} or {unbracketed} in one of the arguments")
        }
        return templates
    }

    private static func uriTemplate(of text: String) throws(Violation) -> LaunchTemplate {
        try TextRule.checkLine(text, atMost: maximumLength)
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`|".utf8.contains($0) }) else {
            throw Violation("may hold only the characters of a URI (RFC 3986) and placeholders")
        }
        let scheme = text.prefix { $0 != ":" }
        guard scheme.count < text.count, scheme.utf8.first.map({ TextRule.isAlphanumeric($0) && $0 > 57 }) == true,
            scheme.utf8.allSatisfy({ TextRule.isAlphanumeric($0) || "+-.".utf8.contains($0) })
        else { throw Violation("must begin with a URI scheme and a colon, such as vnc:") }
        return try LaunchTemplate(text)
    }

    private static func percentEncoded(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var encoded = String.UnicodeScalarView()
        for byte in value.utf8 {
            if TextRule.isAlphanumeric(byte) || "-._~@:[]".utf8.contains(byte) {
                encoded.append(Unicode.Scalar(byte))
            } else {
                encoded.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(encoded)
    }
}
