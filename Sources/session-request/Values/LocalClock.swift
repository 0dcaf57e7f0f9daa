internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What clocks show in a time zone, from the machine's zone files.
package struct LocalClock: Sendable {
    /// An IANA name; nil: wherever this machine is.
    package let zone: String?

    /// The clocks of this machine.
    package init() { zone = nil }

    /// The clocks of a zone by its IANA name; throws when this machine does not know it.
    package init(zone: String) throws(Unreadable) {
        let isName =
            !zone.isEmpty && zone.utf8.count <= 64 && !zone.hasPrefix("/") && !zone.contains("..")
            && zone.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789/_+-".unicodeScalars.contains($0))
            }
        guard isName, zone == "UTC" || access("\(Self.directory)/\(zone)", R_OK) == 0 else {
            throw Unreadable("cannot find the time zone '\(zone)': give its IANA name, such as Europe/Berlin")
        }
        self.zone = zone
    }

    /// The IANA name of this machine's zone, where it can be told.
    package static var machineZone: String? {
        if let name = getenv("TZ").map({ String(cString: $0) }), !name.isEmpty {
            return (try? LocalClock(zone: name))?.zone
        }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = buffer.withUnsafeMutableBytes { room in
            room.baseAddress.map { readlink("/etc/localtime", $0, room.count) } ?? -1
        }
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count], as: UTF8.self)
        let parts = path.split(separator: "/")
        guard let at = parts.firstIndex(of: "zoneinfo"), at + 1 < parts.count else { return nil }
        return (try? LocalClock(zone: parts[(at + 1)...].joined(separator: "/")))?.zone
    }

    /// What the clocks show at an instant.
    package func civil(_ instant: Instant) -> CivilTime {
        inZone {
            var seconds = time_t(instant.milliseconds / 1000)
            var parts = tm()
            localtime_r(&seconds, &parts)
            return CivilTime(parts)
        }
    }

    /// When the clocks show this; nil where they skip it. Of two such times, the one that the machine takes.
    package func instant(_ civil: CivilTime) -> Instant? {
        inZone {
            var parts = civil.parts
            let seconds = mktime(&parts)
            guard CivilTime(parts) == civil else { return nil }
            return Instant(milliseconds: Int64(seconds) * 1000)
        }
    }

    private static let directory = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    /// The C library has one time zone for all threads.
    private static let lock = Mutex(())

    private func inZone<Result>(_ body: () -> Result) -> Result {
        Self.lock.withLock { _ in
            guard let zone else {
                tzset()
                return body()
            }
            let previous = getenv("TZ").map { String(cString: $0) }
            setenv("TZ", zone, 1)
            tzset()
            defer {
                if let previous { setenv("TZ", previous, 1) } else { unsetenv("TZ") }
                tzset()
            }
            return body()
        }
    }
}

extension CivilTime {
    fileprivate init(_ parts: tm) {
        self.init(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
    }

    fileprivate var parts: tm {
        var parts = tm()
        parts.tm_year = Int32(year - 1900)
        parts.tm_mon = Int32(month - 1)
        parts.tm_mday = Int32(day)
        parts.tm_hour = Int32(hour)
        parts.tm_min = Int32(minute)
        parts.tm_sec = Int32(second)
        parts.tm_isdst = -1
        return parts
    }
}
