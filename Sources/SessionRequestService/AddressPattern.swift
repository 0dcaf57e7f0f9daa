public import SessionRequestModel

/// A regular expression that the addresses of a desk match, on top of their scheme's grammar.
///
/// Written as in ECMA 262, without what makes matching slow or means nothing in an address: no look-around, no
/// back-references, no word boundaries, ASCII only. A match takes bounded time whatever the pattern and the address: both
/// come from outside the daemon, and the address from a stranger.
public struct AddressPattern: Sendable, Hashable {
    /// The steps of one match after which an address is not taken.
    static let steps = 100_000

    /// As it is written.
    public let text: String
    private let root: Part

    /// Throws what is wrong with the expression, or what it uses that is not supported.
    public init(_ text: String) throws(Violation) {
        self.text = text
        root = try AddressPatternParser.parse(text)
    }

    /// Whether the whole of an address matches.
    public func matches(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard bytes.count <= Limits.address else { return false }
        var steps = Self.steps
        let ends = root.ends(from: [0], in: bytes, steps: &steps)
        return steps > 0 && ends.contains(bytes.count)
    }

    /// A part of an expression.
    indirect enum Part: Sendable, Hashable {
        case character(ASCIISet)
        case start
        case end
        case sequence([Part])
        case choice([Part])
        case repeated(Part, ClosedRange<Int>)

        /// Every position at which a match can end that begins at one of `starts`. Looking at all positions at once is
        /// what keeps it from backtracking.
        func ends(from starts: Set<Int>, in bytes: [UInt8], steps: inout Int) -> Set<Int> {
            steps -= starts.count + 1
            guard steps > 0, !starts.isEmpty else { return [] }
            switch self {
            case .character(let set):
                return Set(starts.lazy.filter { $0 < bytes.count && set.contains(bytes[$0]) }.map { $0 + 1 })
            case .start: return starts.intersection([0])
            case .end: return starts.intersection([bytes.count])
            case .sequence(let parts):
                return parts.reduce(starts) { $1.ends(from: $0, in: bytes, steps: &steps) }
            case .choice(let parts):
                return parts.reduce([]) { $0.union($1.ends(from: starts, in: bytes, steps: &steps)) }
            case .repeated(let part, let counts):
                var latest = starts
                for _ in 0..<counts.lowerBound { latest = part.ends(from: latest, in: bytes, steps: &steps) }
                var all = latest
                for _ in counts.lowerBound..<counts.upperBound {
                    latest = part.ends(from: latest, in: bytes, steps: &steps).subtracting(all)
                    guard !latest.isEmpty else { break }
                    all.formUnion(latest)
                }
                return all
            }
        }
    }
}

/// A set of ASCII characters.
struct ASCIISet: Sendable, Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    init(_ characters: ClosedRange<UInt8>) {
        for character in characters { insert(character) }
    }

    init(_ characters: String) {
        for character in characters.utf8 { insert(character) }
    }

    func contains(_ character: UInt8) -> Bool {
        switch character {
        case 0..<64: low & (1 << character) != 0
        case 64..<128: high & (1 << (character - 64)) != 0
        default: false
        }
    }

    mutating func insert(_ character: UInt8) {
        switch character {
        case 0..<64: low |= 1 << character
        case 64..<128: high |= 1 << (character - 64)
        default: break
        }
    }

    mutating func formUnion(_ other: ASCIISet) {
        low |= other.low
        high |= other.high
    }

    var inverted: ASCIISet {
        var set = self
        set.low = ~low
        set.high = ~high
        return set
    }
}
