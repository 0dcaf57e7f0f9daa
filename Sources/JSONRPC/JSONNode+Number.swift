extension JSONNode {
    /// The largest integer that every JSON implementation keeps exactly: 2^53 - 1.
    public static let largestInteger: Int64 = 9_007_199_254_740_991

    /// The value of a number written without fraction or exponent and within ±`largestInteger`; nil for anything else.
    public var integer: Int64? {
        let token = token
        guard token.shape == .integer else { return nil }
        return storage.bytes.withUnsafeBufferPointer { buffer in
            var at = Int(token.start)
            let isNegative = buffer[at] == JSONByte.minus
            if isNegative { at += 1 }
            guard Int(token.end) - at <= 16 else { return nil }
            var value: Int64 = 0
            while at < Int(token.end) {
                value = value &* 10 &+ Int64(buffer[at] &- JSONByte.zero)
                at += 1
            }
            guard value <= Self.largestInteger else { return nil }
            return isNegative ? -value : value
        }
    }

    /// The value of a number that is whole and within ±`largestInteger`, however it is written: `1.0` and `1e2` are 1 and
    /// 100. Nil for anything else, and for one written in more than `JSONLimits.numberBytes`.
    public var wholeNumber: Int64? {
        let token = token
        guard token.shape == .fraction else { return integer }
        guard Int(token.end - token.start) <= JSONLimits.numberBytes else { return nil }
        return storage.bytes.withUnsafeBufferPointer { buffer in
            Self.wholeNumber(buffer[Int(token.start)..<Int(token.end)])
        }
    }

    /// Counts in the digits as they stand, so that nothing is rounded.
    private static func wholeNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        let mark = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
        var digits: [UInt8] = []
        var exponent = 0
        var isBehindPoint = false
        for byte in text[..<mark] {
            if byte == UInt8(ascii: ".") {
                isBehindPoint = true
            } else if byte != JSONByte.minus {
                digits.append(byte &- JSONByte.zero)
                if isBehindPoint { exponent -= 1 }
            }
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        guard !digits.isEmpty else { return 0 }
        if mark < text.endIndex {
            guard let power = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) else { return nil }
            let (sum, isTooMuch) = exponent.addingReportingOverflow(power)
            if isTooMuch { return nil }
            exponent = sum
        }
        guard (0...15).contains(exponent) else { return nil }
        var value: Int64 = 0
        for digit in digits + Array(repeating: 0, count: exponent) {
            value = value * 10 + Int64(digit)
            guard value <= largestInteger else { return nil }
        }
        return text.first == JSONByte.minus ? -value : value
    }

    /// The value of a number, to the nearest `Double`; nil for another kind, for one too large for a finite `Double`, and
    /// for one written in more than `JSONLimits.numberBytes`.
    public var double: Double? {
        let token = token
        guard token.shape == .integer || token.shape == .fraction else { return nil }
        guard Int(token.end - token.start) <= JSONLimits.numberBytes else { return nil }
        let text = storage.bytes.withUnsafeBufferPointer { buffer in
            String(decoding: UnsafeBufferPointer(rebasing: buffer[Int(token.start)..<Int(token.end)]), as: UTF8.self)
        }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
