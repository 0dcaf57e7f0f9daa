extension Connector {
    /// The connectors that need no configuration: `anydesk`, `rustdesk`, `vnc`, `rdp` and `ssh`, in this order.
    ///
    /// AnyDesk's forms are those of its Linux command line and URL handler. `ssh` forwards nothing, neither agent nor X11
    /// nor ports, whatever the agent's own configuration says.
    public static let builtIn: [Connector] = definitions.compactMap { try? Connector(scheme: $0, argv: $1, uri: $2) }

    private static let definitions: [(scheme: String, argv: [String], uri: String)] = [
        ("anydesk", ["anydesk", "{address}"], "anydesk:{address}"),
        ("rustdesk", ["rustdesk", "--connect", "{address}"], "rustdesk://connection/new/{address}"),
        ("vnc", ["vncviewer", "{host}::{port}"], "vnc://{host}:{port}"),
        ("rdp", ["xfreerdp", "/v:{host}:{port}"], "rdp://full%20address=s:{host}:{port}"),
        (
            "ssh",
            [
                "ssh", "-a", "-x", "-o", "ClearAllForwardings=yes", "-o", "ForwardAgent=no", "-o", "ForwardX11=no",
                "-p", "{port}", "--", "{unbracketed}",
            ],
            "ssh://{host}:{port}"
        ),
    ]

    /// The `anydesk` connector of a desk that uses its own build of AnyDesk, in place of the standard client's.
    ///
    /// - Parameter prefix: what the vendor's console calls the client's prefix; 1 to 32 letters and digits.
    /// - Throws: a violation of the prefix itself.
    public static func customAnyDesk(prefix: String) throws(Violation) -> Connector {
        try TextRule.checkToken(prefix, atMost: 32, others: "")
        return try Connector(
            scheme: "anydesk", argv: ["anydesk_ad_\(prefix)", "{address}"],
            uri: "anydesk:AnyDesk-ad_\(prefix):{address}")
    }
}
