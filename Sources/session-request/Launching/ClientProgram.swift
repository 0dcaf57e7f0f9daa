/// What people call the programs that connectors start, and where they come from.
package enum ClientProgram {
    /// What to install when a program is missing.
    package static func advice(program: String, scheme: String) -> String {
        let known = [
            "anydesk": "Install AnyDesk (anydesk.com/downloads/linux).",
            "rustdesk": "Install RustDesk (rustdesk.com).",
            "vncviewer": "Install a VNC viewer, such as Debian's tigervnc-viewer.",
            "xfreerdp": "Install FreeRDP: Debian's freerdp2-x11 or freerdp3-x11.",
            "ssh": "Install the SSH client: Debian's openssh-client.",
            "xdg-open": "Install xdg-utils, or leave --uri out.",
        ]
        let what =
            known[program]
            ?? (program.hasPrefix("anydesk") ? "Install your own build of AnyDesk." : "Install \(program).")
        return what + " Or have an administrator configure another program for \(scheme)."
    }

    /// Whether a program needs the terminal it is started from.
    package static func needsTerminal(scheme: String) -> Bool { scheme == "ssh" }
}
