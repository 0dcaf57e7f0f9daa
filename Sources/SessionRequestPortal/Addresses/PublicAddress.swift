/// Where visitors reach the page: `https://help.example.org/support`, in its parts.
package struct PublicAddress: Sendable, Equatable {
    /// As it is configured, without a slash at its end.
    package let text: String
    /// Scheme, host and port, as a browser writes an origin.
    package let origin: String
    /// The path in front of every page, without a slash at its end; often empty.
    package let prefix: String
    /// Whether it is reached over TLS.
    package let isSecure: Bool

    package init(_ text: String) {
        self.text = text
        isSecure = text.hasPrefix("https://")
        let start = text.index(text.startIndex, offsetBy: isSecure ? 8 : 7, limitedBy: text.endIndex) ?? text.endIndex
        let slash = text[start...].firstIndex(of: "/") ?? text.endIndex
        let authority = text[start..<slash].lowercased()
        let standard = isSecure ? ":443" : ":80"
        origin =
            (isSecure ? "https://" : "http://")
            + (authority.hasSuffix(standard) ? String(authority.dropLast(standard.count)) : authority)
        prefix = String(text[slash...])
    }

    /// The path that a proxy was asked for, without the prefix: it may have taken that off, or not.
    package func inner(of path: Substring) -> Substring {
        guard !prefix.isEmpty, path.hasPrefix(prefix) else { return path }
        let rest = path.dropFirst(prefix.count)
        if rest.isEmpty { return "/" }
        return rest.first == "/" ? rest : path
    }

    /// A path as visitors' browsers need it.
    package func outer(_ path: String) -> String { prefix + path }
}
