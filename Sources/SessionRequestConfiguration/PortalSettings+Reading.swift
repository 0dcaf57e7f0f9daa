internal import SessionRequestModel

extension PortalSettings {
    /// Reads what a configuration says about the page; what other sections hold is for other programs to check.
    ///
    /// - Parameters:
    ///   - file: the file; nil: `/etc/session-requestd/config.yaml`.
    ///   - isExplicit: whether somebody named the file, so that it must be there.
    public static func read(file: String?, isExplicit: Bool) throws(ConfigurationError) -> PortalSettings {
        var settings = PortalSettings()
        try ConfigurationReader.read(file: file, isExplicit: isExplicit) { root in
            let sections = root.section(ConfigurationSections.keys)
            settings.organization = sections["organization"]?.line(atMost: Limits.name)
            if let section = sections["portal"] { settings.take(section) }
        }
        return settings
    }

    /// Takes what the section `portal` says.
    package mutating func take(_ reader: ConfigurationReader) {
        let portal = reader.section([
            "address", "trustedProxies", "forwardedField", "downloads", "clientLinks", "support", "rateLimits",
        ])
        address = portal["address"]?.webAddress() ?? address
        if let proxies = portal["trustedProxies"] {
            trustedProxies = proxies.distinct(atMost: ConfigurationLimits.proxies) { $0.proxy() } ?? []
        }
        forwardedField = portal["forwardedField"]?.word(ForwardedField.self) ?? forwardedField
        if let files = portal["downloads"]?.elements(0...ConfigurationLimits.downloads) {
            downloads = files.compactMap(Self.download)
        }
        if let links = portal["clientLinks"] { takeClientLinks(links) }
        if let reader = portal["support"] { takeSupport(reader) }
        if let reader = portal["rateLimits"] { takeRateLimits(reader) }
    }

    private static func download(_ reader: ConfigurationReader) -> Download? {
        guard case .mapping = reader.node.content else {
            return reader.nothing("must be a mapping with scheme, platform, name and url")
        }
        let members = reader.section(["scheme", "platform", "name", "url", "sha256"])
        for key in ["scheme", "platform", "name", "url"] where members[key] == nil { reader.refuse("must have \(key)") }
        let scheme = members["scheme"]?.text(TextRule.checkScheme)
        let platform = members["platform"]?.word(Download.Platform.self)
        let name = members["name"]?.line(atMost: Limits.name)
        let url = members["url"]?.endpointAddress()
        let sum = members["sha256"]?.checksum()
        guard let scheme, let platform, let name, let url else { return nil }
        return Download(scheme: scheme, platform: platform, name: name, url: url, sha256: sum)
    }

    private mutating func takeClientLinks(_ reader: ConfigurationReader) {
        for (scheme, place, value) in reader.entries(atMost: ConfigurationLimits.schemes) {
            do { try TextRule.checkScheme(scheme) } catch {
                reader.faults.report("\(value.path) \(error.message)", at: place)
                continue
            }
            clientLinks[scheme] = value.clientLink() ?? clientLinks[scheme]
        }
    }

    private mutating func takeSupport(_ reader: ConfigurationReader) {
        let members = reader.section(["phone", "email", "website"])
        support.phone = members["phone"]?.line(atMost: Limits.phone)
        support.email = members["email"]?.mailAddress()
        support.website = members["website"]?.endpointAddress()
    }

    private mutating func takeRateLimits(_ reader: ConfigurationReader) {
        let members = reader.section(["pagesPerMinute", "formsPerMinute", "codesPerMinute", "streams"])
        let counts = 1...1_000_000
        rateLimits.pagesPerMinute = members["pagesPerMinute"]?.integer(in: counts) ?? rateLimits.pagesPerMinute
        rateLimits.formsPerMinute = members["formsPerMinute"]?.integer(in: counts) ?? rateLimits.formsPerMinute
        rateLimits.codesPerMinute = members["codesPerMinute"]?.integer(in: counts) ?? rateLimits.codesPerMinute
        rateLimits.streams = members["streams"]?.integer(in: counts) ?? rateLimits.streams
    }
}
