/// The bounds of everything that a visitor may choose the size of.
enum PortalLimits {
    /// Bytes in the body of a request: a form or a JSON object.
    static let body = 64 * 1024
}
