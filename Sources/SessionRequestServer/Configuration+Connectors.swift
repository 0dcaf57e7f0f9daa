internal import SessionRequestConfiguration
internal import SessionRequestModel
internal import SessionRequestService

extension DeskSettings {
    /// Puts the connectors that are named in place of the built-in ones.
    mutating func takeConnectors(_ reader: ConfigurationReader) {
        for (scheme, place, value) in reader.entries(atMost: ConfigurationLimits.schemes) {
            do { try TextRule.checkScheme(scheme) } catch {
                reader.faults.report("\(value.path) \(error.message)", at: place)
                continue
            }
            takeConnector(value, scheme: scheme)
        }
    }

    private mutating func takeConnector(_ reader: ConfigurationReader, scheme: String) {
        guard case .mapping = reader.node.content else { return reader.refuse("must be a mapping with argv") }
        let keys = ["argv", "uri", "pattern"] + (scheme == "anydesk" ? ["customClient"] : [])
        let members = reader.section(keys)
        if let pattern = members["pattern"] {
            let text = pattern.line(atMost: Connector.maximumLength)
            do { addressPatterns[scheme] = try text.map(AddressPattern.init) } catch { pattern.refuse(error) }
        }
        if let client = scheme == "anydesk" ? members["customClient"] : nil {
            for key in ["argv", "uri"] where members[key] != nil {
                members[key]?.refuse("must not stand beside customClient, which says both argv and uri")
            }
            guard let prefix = client.anyText() else { return }
            do { connectors[scheme] = try Connector.customAnyDesk(prefix: prefix) } catch {
                client.refuse("must be 1 to 32 letters and digits")
            }
            return
        }
        guard let list = members["argv"] else {
            return reader.refuse("must have argv, the program and its arguments")
        }
        let arguments = list.elements(1...Connector.maximumArguments)?.map { $0.anyText() }
        let uri = members["uri"]?.anyText()
        guard let arguments, !arguments.contains(nil), members["uri"] == nil || uri != nil else { return }
        do { connectors[scheme] = try Connector(scheme: scheme, argv: arguments.compactMap(\.self), uri: uri) } catch {
            reader.refuse(error)
        }
    }

    /// Offers the ways of joining that are listed, and no others.
    mutating func takeJoinMethods(_ reader: ConfigurationReader) {
        guard let elements = reader.elements(0...ConfigurationLimits.schemes) else { return }
        joinMethods = elements.compactMap { joinMethod($0) }
    }

    private func joinMethod(_ reader: ConfigurationReader) -> JoinMethod? {
        guard case .mapping = reader.node.content else {
            return reader.nothing("must be a mapping with method and scheme")
        }
        let members = reader.section(["method", "scheme", "pattern", "minimumVersion"])
        for key in ["method", "scheme"] where members[key] == nil { reader.refuse("must have \(key)") }
        let method = members["method"]?.word(Join.Method.self)
        let scheme = members["scheme"]?.text(TextRule.checkScheme)
        let pattern = members["pattern"]?.line(atMost: Connector.maximumLength)
        let version = members["minimumVersion"]?.version()
        guard let method, let scheme else { return nil }
        return JoinMethod(
            method: method, scheme: scheme, pattern: pattern ?? AddressGrammar(scheme: scheme).pattern,
            minimumVersion: version ?? minimumRecipientVersions[scheme])
    }
}
