/// Whether a browser says that a form comes from a page of another site.
package enum Origin {
    /// - Parameters:
    ///   - origin: the value of `Origin`. Pages without a referrer send `null`, so that says nothing.
    ///   - fetchSite: the value of `Sec-Fetch-Site`.
    ///   - host: what the browser asked for, as far as the proxy says it.
    package static func isForeign(origin: String?, fetchSite: String?, host: String?, address: PublicAddress) -> Bool {
        if let fetchSite, fetchSite != "same-origin", fetchSite != "none" { return true }
        guard let origin, origin != "null" else { return false }
        if origin == address.origin { return false }
        guard let host else { return true }
        return origin != "http://" + host && origin != "https://" + host
    }
}
