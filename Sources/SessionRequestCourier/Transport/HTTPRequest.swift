internal import CCurl

/// One request of HTTP with a bounded answer, of which status and header count.
struct HTTPRequest {
    var url: String
    var method = "POST"
    /// `name: value`.
    var fields: [String] = []
    var body: [UInt8]?
    /// Certificates to trust instead of the system's.
    var caFile: String?

    /// What came back.
    enum Answer {
        case status(Int, retryAfter: String?)
        case none(String)
    }

    /// Sends it; waits for the answer. Redirects are not followed.
    func answer(_ abandonment: Abandonment) -> Answer {
        guard
            let transfer = Transfer(
                url, schemes: "http,https", seconds: CourierLimits.requestSeconds, abandonment: abandonment)
        else { return .none("cannot send the request: there is no memory") }
        if let caFile { transfer.set(CURLOPT_CAINFO, caFile) }
        if let body { transfer.post(body) }
        if body == nil, method == "GET" { transfer.set(CURLOPT_HTTPGET, 1) }
        transfer.set(CURLOPT_CUSTOMREQUEST, method)
        // Nobody asks before sending a kilobyte.
        transfer.set(CURLOPT_HTTPHEADER, list: fields + ["Expect:"])
        let ending = transfer.perform()
        guard ending.status > 0, ending.code == CURLE_OK || ending.code == CURLE_WRITE_ERROR else {
            return .none(ending.complaint)
        }
        let retryAfter = ending.lines.last { $0.lowercased().hasPrefix("retry-after:") }
        return .status(ending.status, retryAfter: retryAfter.map { String($0.dropFirst("retry-after:".count)) })
    }
}
