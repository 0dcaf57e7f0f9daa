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
