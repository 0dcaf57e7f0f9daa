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
        for language in Language.allCases {
            let file = directory + "/texts/\(language.rawValue).yaml"
            guard access(file, F_OK) == 0 else { continue }
            overrides.takeTexts(of: file, language)
        }
        for name in Templates.builtIn.keys.sorted() {
            let file = directory + "/templates/\(name).mustache"
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
        return overrides
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
