internal import CCurl
internal import Glibc

/// Names of hosts in other letters than ASCII, as the servers on the way know them.
enum InternationalDomain {
    /// The address with its domain in ASCII (RFC 5891); as it is when that cannot be.
    static func ascii(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return address }
        let domain = address[address.index(after: at)...]
        guard !domain.utf8.allSatisfy({ $0 < 0x80 }), let name = host(String(domain)) else { return address }
        return address[...at] + name
    }

    private static func host(_ domain: String) -> String? {
        setlocale(LC_CTYPE, "C.UTF-8")
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, "http://\(domain)/", 0) == CURLUE_OK else { return nil }
        var host: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, CURLUPART_HOST, &host, UInt32(CURLU_PUNYCODE)) == CURLUE_OK, let host else {
            return nil
        }
        defer { curl_free(host) }
        return String(cString: host)
    }
}
