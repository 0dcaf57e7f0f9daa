internal import Glibc
internal import SessionRequestConfiguration
internal import SessionRequestText

extension Overrides {
    /// Reads a directory: `texts/LANG.yaml`, `templates/NAME.mustache`, `style.css`, `logo.svg` or `logo.png`. What is not
    /// there is not overridden; what cannot be taken is a fault, and what is built in stays.
    package static func read(directory: String) -> Overrides {
        var overrides = Overrides()
        overrides.style = overrides.bytes(of: directory + "/style.css")
        if let bytes = overrides.bytes(of: directory + "/logo.svg") {
            overrides.logo = (bytes, false)
        } else if let bytes = overrides.bytes(of: directory + "/logo.png") {
            overrides.logo = (bytes, true)
        }
        for (name, file) in names(in: directory + "/texts", suffix: ".yaml") {
            guard let language = Language(rawValue: name) else {
                let known = Language.allCases.map { "\($0.rawValue).yaml" }.joined(separator: ", ")
                overrides.faults.append("cannot use \(file): it is of no language that there is; those are \(known)")
                continue
            }
            overrides.takeTexts(of: file, language)
        }
        for (name, file) in names(in: directory + "/templates", suffix: ".mustache") {
            guard Templates.builtIn[name] != nil else {
                let known = Templates.builtIn.keys.sorted().map { "\($0).mustache" }.joined(separator: ", ")
                overrides.faults.append(
                    "cannot use \(file): it is no template that pages are made of; those are \(known)")
                continue
            }
            guard let bytes = overrides.bytes(of: file) else { continue }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                overrides.faults.append("cannot use \(file): it is not UTF-8")
                continue
            }
            do {
                _ = try Templates.library(overridden: [name: text])
                overrides.templates[name] = text
            } catch {
                overrides.faults.append("cannot use \(file): it is not a Mustache template")
            }
        }
        let inclusions = TemplateInclusions(Templates.builtIn.merging(overrides.templates, uniquingKeysWith: { $1 }))
        for name in overrides.templates.keys.sorted() where inclusions.isEndless(name) {
            overrides.templates[name] = nil
            overrides.faults.append("cannot use \(directory)/templates/\(name).mustache: it includes itself")
        }
        return overrides
    }

    /// The files of a folder by their names without the suffix, in order; none when it cannot be read.
    private static func names(in folder: String, suffix: String) -> [(name: String, file: String)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(String(name.dropLast(suffix.count))) }
        }
        return names.sorted().map { ($0, "\(folder)/\($0)\(suffix)") }
    }

    private mutating func takeTexts(of file: String, _ language: Language) {
        do throws(ConfigurationError) {
            texts[language] = try ConfigurationTexts.read(file: file, keys: Catalog.keys)
        } catch {
            faults += error.faults.map(\.description)
        }
    }

    private mutating func bytes(of file: String) -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno != ENOENT, errno != ENOTDIR {
                faults.append("cannot read \(file): \(String(cString: strerror(errno)))")
            }
            return nil
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count <= PortalLimits.overrideFile {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                faults.append("cannot read \(file): \(String(cString: strerror(errno)))")
                return nil
            }
            guard count > 0 else { return bytes }
            bytes += piece.prefix(count)
        }
        faults.append("cannot use \(file): it is larger than \(PortalLimits.overrideFile) bytes")
        return nil
    }
}
