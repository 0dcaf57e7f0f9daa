internal import JSONRPC

/// The same numbers for the same seed, on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Any JSON value, containers nesting at most `depth` deep.
    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &self) {
        case 0: .null
        case 1: .bool(.random(using: &self))
        case 2: .integer(.random(in: -JSONNode.largestInteger...JSONNode.largestInteger, using: &self))
        case 3: .integer(.random(in: -100...100, using: &self))
        case 4: .double(double())
        case 5: .string(text())
        case 6: .array((0..<Int.random(in: 0...6, using: &self)).map { _ in value(depth: depth - 1) })
        default: object(depth: depth)
        }
    }

    mutating func text() -> String {
        var text = ""
        let highest: UInt32 = [0x80, 0x80, 0x800, 0x10FFFF].randomElement(using: &self) ?? 0x80
        for _ in 0..<Int.random(in: 0...20, using: &self) {
            if let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &self)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private mutating func double() -> Double {
        let double = Double(bitPattern: next())
        return double.isFinite ? double : 0.5
    }

    private mutating func object(depth: Int) -> JSONValue {
        var names: Set<[UInt8]> = []
        var members: [(String, JSONValue)] = []
        for _ in 0..<Int.random(in: 0...24, using: &self) {
            let name = text()
            if names.insert(Array(name.utf8)).inserted { members.append((name, value(depth: depth - 1))) }
        }
        return .object(members)
    }
}
