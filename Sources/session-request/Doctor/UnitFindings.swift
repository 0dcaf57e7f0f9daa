/// A unit as `systemctl show` tells it.
package struct UnitState: Sendable, Equatable {
    package let name: String
    /// `loaded`, `not-found`, `masked`.
    package let load: String
    /// `enabled`, `disabled`, `static`; empty where there is no file.
    package let file: String
    /// `active`, `inactive`, `failed`.
    package let active: String
    /// `success`, or why it failed.
    package let result: String

    /// Just these members.
    package init(_ name: String, load: String = "loaded", file: String, active: String, result: String = "success") {
        self.name = name
        self.load = load
        self.file = file
        self.active = active
        self.result = result
    }

    /// Reads what `systemctl show` prints: properties, a blank line between units.
    package static func all(in text: String) -> [UnitState] {
        var properties: [String: String] = [:]
        var units: [UnitState] = []
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
        for line in lines {
            if line.isEmpty {
                if let name = properties["Id"] {
                    units.append(
                        UnitState(
                            name, load: properties["LoadState"] ?? "", file: properties["UnitFileState"] ?? "",
                            active: properties["ActiveState"] ?? "", result: properties["Result"] ?? ""))
                }
                properties = [:]
            } else if let equals = line.firstIndex(of: "=") {
                properties[String(line[..<equals])] = String(line[line.index(after: equals)...])
            }
        }
        return units
    }

    /// Whether it stands for its service, and is wanted at boot.
    fileprivate var isDoor: Bool { !name.hasSuffix(".service") }
    /// The service that it is a door of, as its own `Service=` or its name says.
    fileprivate var service: String {
        name.hasPrefix("session-requestd") ? "session-requestd.service" : String(name.prefix { $0 != "." }) + ".service"
    }
    fileprivate var isMaskedUntilBoot: Bool { file == "masked-runtime" }
    fileprivate var isEnabled: Bool { ["enabled", "enabled-runtime", "static", "linked", "alias"].contains(file) }
}

/// Whose service manager holds the units.
package enum UnitScope: Sendable, Equatable {
    case system, user

    /// The units that each has.
    package var units: [String] {
        switch self {
        case .system:
            [
                "session-requestd.socket", "session-requestd-gateway.socket", "session-requestd-viewer.socket",
                "session-requestd-courier.socket", "session-requestd-due.path", "session-request-portal.socket",
                "session-request-courier.path", "session-requestd.service", "session-request-portal.service",
                "session-request-courier.service",
            ]
        case .user: ["session-requestd.socket", "session-requestd-gateway.socket", "session-requestd.service"]
        }
    }

    /// The command that changes them, and the one that reads about them.
    fileprivate var systemctl: String { self == .system ? "sudo systemctl" : "systemctl --user" }
    fileprivate var journalctl: String { self == .system ? "journalctl --unit" : "journalctl --user --unit" }
}

extension Finding {
    /// The units: one finding for each that asks for something, or one for all.
    package static func units(_ units: [UnitState], _ scope: UnitScope) -> [Finding] {
        let installed = units.filter { $0.load != "not-found" }
        guard let main = installed.first(where: { $0.name == "session-requestd.socket" }) else {
            return [
                Finding(
                    "units", .warning, "the units are not installed",
                    advice: "'sudo make install' or the package installs them.")
            ]
        }
        let running = Set(installed.lazy.filter { !$0.isDoor && $0.active == "active" }.map(\.name))
        let faults = installed.compactMap { fault($0, isMain: $0 == main, running: running, scope) }
        guard faults.isEmpty else { return faults }
        let doors = installed.count { $0.isDoor }
        return [Finding("units", .ok, "\(doors) sockets and paths are enabled and active, no service has failed")]
    }

    private static func fault(
        _ unit: UnitState, isMain: Bool, running: Set<String>, _ scope: UnitScope
    ) -> Finding? {
        // systemd opens no socket for a service that runs; its other sockets start it again.
        let isHeldUp = unit.name.hasSuffix(".socket") && running.contains(unit.service)
        let systemctl = (isHeldUp ? "\(scope.systemctl) stop \(unit.service) && " : "") + scope.systemctl
        let journal = "'\(scope.journalctl) \(unit.name) --catalog' says why."
        if unit.load == "masked" {
            return Finding(
                "units", .failed, "\(unit.name) is masked",
                advice: "\(scope.systemctl) unmask \(unit.isMaskedUntilBoot ? "--runtime " : "")\(unit.name)")
        }
        if unit.active == "failed" {
            let again = "\(scope.systemctl) reset-failed \(unit.name)"
            return Finding(
                "units", .failed, "\(unit.name) has failed (\(unit.result))",
                advice: unit.isDoor
                    ? "\(journal) Then: \(again) && \(systemctl) start \(unit.name)" : "\(journal) Then: \(again)"
            )
        }
        guard unit.isDoor else { return nil }
        switch (unit.isEnabled, unit.active == "active") {
        case (true, true): return nil
        case (false, true):
            return Finding(
                "units", .warning, "\(unit.name) is active, but will not be after the next boot",
                advice: "\(scope.systemctl) enable \(unit.name)")
        case (true, false):
            return Finding(
                "units", .failed, "\(unit.name) is enabled, but not active",
                advice: "\(systemctl) start \(unit.name)")
        case (false, false):
            return Finding(
                "units", isMain ? .failed : .warning, "\(unit.name) is not enabled",
                advice: "\(systemctl) enable --now \(unit.name)")
        }
    }
}
