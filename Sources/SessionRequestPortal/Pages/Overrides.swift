package import SessionRequestText

/// What an admin put in place of what is built in: texts, templates, a style, a logo.
package struct Overrides: Sendable {
    /// By language, then by key (`Catalog.keys`).
    package var texts: [Language: [String: String]] = [:]
    /// By name, without ending.
    package var templates: [String: String] = [:]
    /// Loaded after ours.
    package var style: [UInt8]?
    /// In place of ours.
    package var logo: (bytes: [UInt8], isPNG: Bool)?
    /// What was there and could not be taken, each a sentence for the log.
    package var faults: [String] = []

    /// Nothing in place of anything.
    package init() {}
}
