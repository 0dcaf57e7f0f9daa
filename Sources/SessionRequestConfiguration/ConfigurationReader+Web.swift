internal import Glibc
internal import SessionRequestModel

extension ConfigurationReader {
    /// `unix`, an address, or a network: an address, `/` and the bits that count.
    func proxy() -> String? {
        text { (text) throws(Violation) in
            if text == "unix" { return }
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            var room = [UInt8](repeating: 0, count: 16)
            let bits: Int
            if inet_pton(AF_INET, String(parts[0]), &room) == 1 {
                bits = 32
            } else if inet_pton(AF_INET6, String(parts[0]), &room) == 1 {
                bits = 128
            } else {
                throw Violation("must be unix, an IP address, or a network such as 10.0.0.0/8")
            }
            guard parts.count == 1 || parts.count == 2 && Int(parts[1]).map({ (0...bits).contains($0) }) == true else {
                throw Violation("must end with a number from 0 to \(bits) behind the /")
            }
        }
    }

    /// A SHA-256 checksum, in lower case.
    func checksum() -> String? {
        text { (text) throws(Violation) in
            guard text.utf8.count == 64, text.utf8.allSatisfy({ "0123456789abcdefABCDEF".utf8.contains($0) }) else {
                throw Violation("must be 64 hexadecimal digits")
            }
        }?.lowercased()
    }

    /// What opens a program: a scheme of its own, never one that a browser carries out by itself.
    func clientLink() -> String? {
        text { (text) throws(Violation) in
            try TextRule.checkLine(text, atMost: ConfigurationLimits.address)
            let scheme = text.prefix { $0 != ":" }
            try TextRule.checkScheme(String(scheme))
            let carriedOut = [
                "http", "https", "javascript", "data", "blob", "file", "about", "vbscript", "view-source",
            ]
            guard text.contains(":"), !carriedOut.contains(String(scheme)), !text.contains(" ") else {
                throw Violation("must be what opens a program, such as anydesk:")
            }
        }
    }

    /// An email address.
    func mailAddress() -> String? {
        text { (text) throws(Violation) in _ = try Recipient(name: "support", email: text) }
    }
}
