internal import Foundation

/// Whatever is accepted here Foundation accepts too, and it reads the same values.
func checkAgainstFoundation(_ document: JSONDocument, _ bytes: UnsafeRawBufferPointer) {
    // Foundation refuses numbers that no double holds.
    guard let value = try? JSONValue(from: document.root) else { return }
    guard let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) else {
        return check(false, "what is accepted Foundation accepts")
    }
    // Foundation takes U+FEFF out of a string where it comes first or behind an escape.
    let hasMark = bytes.indices.contains { bytes[$0...].starts(with: [0xEF, 0xBB, 0xBF]) }
    check(hasMark || same(value, other), "Foundation reads the same values")
}

private func same(_ value: JSONValue, _ other: Any) -> Bool {
    switch value {
    case .null: other is NSNull
    case .bool(let value): (other as? NSNumber)?.boolValue == value
    case .integer(let value): (other as? NSNumber)?.int64Value == value
    case .double(let value): (other as? NSNumber).map { isNear(value, $0.doubleValue) } ?? false
    case .string(let value): (other as? String)?.utf8.elementsEqual(value.utf8) == true
    case .array(let values):
        if let others = other as? [Any] {
            values.count == others.count && zip(values, others).allSatisfy { same($0, $1) }
        } else {
            false
        }
    case .object(let members): same(members, other as? [String: Any])
    }
}

/// Foundation reads long integers as decimals, whose way to a double is not exact.
private func isNear(_ value: Double, _ other: Double) -> Bool {
    value == other || (value - other).magnitude <= value.magnitude * 1e-14
}

/// Foundation's dictionaries keep only one of two names that are the same text to Unicode.
private func same(_ members: [(String, JSONValue)], _ others: [String: Any]?) -> Bool {
    guard let others else { return false }
    guard Set(members.map(\.0)).count == members.count else { return others.count < members.count }
    return others.count == members.count
        && members.allSatisfy { name, value in others[name].map { same(value, $0) } ?? false }
}
