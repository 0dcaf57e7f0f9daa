/// One value of the configuration, with the place where somebody wrote it.
package struct ConfigurationNode {
    /// What a value is, by the core schema of YAML 1.2: `yes` and `010` are text.
    package enum Content {
        case null
        case boolean(Bool)
        /// An integer or a fraction, as it is written.
        case number(String)
        case text(String)
        case sequence([ConfigurationNode])
        case mapping([Member])
    }

    /// One key of a mapping and its value.
    package struct Member {
        package let key: String
        package let place: ConfigurationPlace
        package var value: ConfigurationNode
    }

    package let content: Content
    package let place: ConfigurationPlace

    /// Puts `other` over this value: mappings are merged, anything else is replaced.
    func overlaid(with other: ConfigurationNode) -> ConfigurationNode {
        guard case .mapping(var members) = content, case .mapping(let others) = other.content else { return other }
        var positions: [String: Int] = [:]
        for (position, member) in members.enumerated() { positions[member.key] = position }
        for member in others {
            guard let position = positions[member.key] else {
                members.append(member)
                continue
            }
            let merged = members[position].value.overlaid(with: member.value)
            members[position] = Member(key: member.key, place: member.place, value: merged)
        }
        return ConfigurationNode(content: .mapping(members), place: other.place)
    }
}
