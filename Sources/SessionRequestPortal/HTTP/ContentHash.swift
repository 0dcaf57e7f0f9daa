/// A short name for content, to tell one version of it from another: FNV-1a of 64 bits. Nothing is secured by it.
package enum ContentHash {
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
