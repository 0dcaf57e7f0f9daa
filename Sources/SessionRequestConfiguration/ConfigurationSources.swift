internal import Glibc

/// The files that a configuration is made of, in the order in which each lies over the ones before.
struct ConfigurationSources {
    /// One file and what is in it.
    struct Source {
        let file: String
        let number: Int
        let bytes: [UInt8]

        var place: ConfigurationPlace { ConfigurationPlace(file: file, number: number) }
    }

    private(set) var sources: [Source] = []
    private let faults: ConfigurationFaults

    /// Reads `file`, and every `config.d/*.yaml` beside it in the order of the bytes of their names; hidden ones are no
    /// part of it. A `file` that is missing is a fault only when it `isRequired`; a missing `config.d` never is.
    init(file: String, isRequired: Bool, faults: ConfigurationFaults) {
        self.faults = faults
        read(file, isRequired: isRequired)
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        for name in names(in: folder + "config.d") {
            read(folder + "config.d/" + name, isRequired: true)
        }
    }

    /// Reads one file, and nothing beside it.
    init(onlyFile file: String, faults: ConfigurationFaults) {
        self.faults = faults
        read(file, isRequired: true)
    }

    private mutating func read(_ file: String, isRequired: Bool) {
        let place = ConfigurationPlace(file: file, number: sources.count)
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let reason = errno
            if isRequired || (reason != ENOENT && reason != ENOTDIR) {
                faults.report("it cannot be read: \(Self.text(of: reason))", at: place)
            }
            return
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, [S_IFREG, S_IFCHR].contains(facts.st_mode & S_IFMT) else {
            return faults.report("it must be a file", at: place)
        }
        guard let bytes = Self.contents(of: descriptor) else {
            return faults.report("it cannot be read: \(Self.text(of: errno))", at: place)
        }
        guard bytes.count <= ConfigurationLimits.file else {
            return faults.report("it must be at most \(ConfigurationLimits.file) bytes long", at: place)
        }
        sources.append(Source(file: file, number: sources.count, bytes: bytes))
    }

    private func names(in folder: String) -> [String] {
        let place = ConfigurationPlace(file: folder, number: sources.count)
        guard let directory = opendir(folder) else {
            let reason = errno
            if reason != ENOENT, reason != ENOTDIR {
                faults.report("it cannot be read: \(Self.text(of: reason))", at: place)
            }
            return []
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            guard name.hasSuffix(".yaml"), !name.hasPrefix(".") else { continue }
            names.append(name)
            guard names.count <= ConfigurationLimits.files else {
                faults.report("it must hold at most \(ConfigurationLimits.files) files", at: place)
                return []
            }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What is in the file, up to one byte more than a file may have; nil when it cannot be read.
    private static func contents(of descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 * 1024)
        while bytes.count <= ConfigurationLimits.file {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { break }
            bytes.append(contentsOf: piece.prefix(count))
        }
        return bytes
    }

    private static func text(of reason: Int32) -> String {
        String(cString: strerror(reason))
    }
}
