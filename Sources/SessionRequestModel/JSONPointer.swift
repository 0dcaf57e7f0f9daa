/// The escaping of a reference token in RFC 6901.
public enum JSONPointer {
    /// `~` as `~0`, `/` as `~1`.
    public static func escape(_ token: String) -> String {
        token.contains(where: { $0 == "~" || $0 == "/" })
            ? token.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
            : token
    }
}
