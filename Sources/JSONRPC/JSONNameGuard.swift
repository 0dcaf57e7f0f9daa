#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Sees every name of one object and refuses the second of two equal ones.
///
/// A few plain names are told apart by 64 bits, and compared where those collide. Many names, or names with escapes, wait
/// for the end of the object and are hashed, with the process's own random seed: nobody can choose names that collide.
struct JSONNameGuard {
    private let object: Int
    private(set) var count = 0
    private var seen: UInt64 = 0
    private var waits = false

    init(object: Int) {
        self.object = object
    }

    @inline(__always)
    mutating func add(
        _ name: Int, on tape: [JSONToken], _ base: UnsafePointer<UInt8>
    ) throws(JSONSyntaxError) {
        count &+= 1
        let token = tape[name]
        if token.hasEscapes || count > JSONLimits.pairwiseNames {
            waits = true
            return
        }
        let contents = token.contents
        var mix = contents.count &* 7
        if !contents.isEmpty {
            mix &+= Int(base[contents.lowerBound]) &* 5 &+ Int(base[contents.upperBound &- 1]) &* 11
        }
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: mix & 63)
        if seen & bit != 0, repeats(name, on: tape, base) {
            throw JSONSyntaxError(.duplicateName, at: Int(token.start))
        }
        seen |= bit
    }

    /// Whether an earlier name of this object is spelled the same.
    @inline(never)
    private func repeats(_ name: Int, on tape: [JSONToken], _ base: UnsafePointer<UInt8>) -> Bool {
        let contents = tape[name].contents
        var other = object + 1
        while other < name {
            let earlier = tape[other].contents
            if earlier.count == contents.count,
                memcmp(base + earlier.lowerBound, base + contents.lowerBound, contents.count) == 0
            {
                return true
            }
            other = Int(tape[other + 1].next)
        }
        return false
    }

    @inline(__always)
    func finish(on tape: [JSONToken], _ base: UnsafePointer<UInt8>) throws(JSONSyntaxError) {
        if waits, count > 1 { try compareAll(on: tape, base) }
    }

    /// Open addressing over twice as many places as names, rounded up to a power of two.
    @inline(never)
    private func compareAll(on tape: [JSONToken], _ base: UnsafePointer<UInt8>) throws(JSONSyntaxError) {
        let mask = (1 << (Int.bitWidth - (count * 2 - 1).leadingZeroBitCount)) - 1
        var places = [UInt32](repeating: 0, count: mask + 1)
        var name = object + 1
        for _ in 0..<count {
            var place = Self.hash(tape[name], base) & mask
            while places[place] != 0 {
                if Self.same(tape[Int(places[place])], tape[name], base) {
                    throw JSONSyntaxError(.duplicateName, at: Int(tape[name].start))
                }
                place = (place + 1) & mask
            }
            places[place] = UInt32(truncatingIfNeeded: name)
            name = Int(tape[name + 1].next)
        }
    }

    private static func hash(_ name: JSONToken, _ base: UnsafePointer<UInt8>) -> Int {
        var hasher = Hasher()
        withMeant(name, base) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return hasher.finalize()
    }

    private static func same(_ one: JSONToken, _ other: JSONToken, _ base: UnsafePointer<UInt8>) -> Bool {
        withMeant(one, base) { one in withMeant(other, base) { other in one.elementsEqual(other) } }
    }

    private static func withMeant<Result>(
        _ name: JSONToken, _ base: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let contents = UnsafeBufferPointer(start: base + name.contents.lowerBound, count: name.contents.count)
        guard name.hasEscapes else { return body(contents) }
        return JSONUnescaping.bytes(contents).withUnsafeBufferPointer(body)
    }
}
