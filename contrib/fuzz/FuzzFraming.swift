/// The stream gives the same lines, and is refused or not alike, whole and in pieces; the pieces come from the input.
func checkFraming(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first, let last = bytes.last else { return }
    for limit in [Int(last) % 32, 1 << 20] {
        let whole = frame(bytes, in: bytes.count, limit: limit)
        check(frame(bytes, in: Int(first) % 16 + 1, limit: limit) == whole, "splits do not matter")
        check(whole.lines.allSatisfy { $0.count <= limit && !$0.contains(0x0A) }, "lines are short and single")
    }
}

private struct Framed: Equatable {
    var lines: [[UInt8]] = []
    var isTooLong = false
}

private func frame(_ bytes: UnsafeRawBufferPointer, in size: Int, limit: Int) -> Framed {
    var framer = LineFramer(limit: limit)
    var framed = Framed()
    for start in stride(from: 0, to: bytes.count, by: size) {
        let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)])
        do { try framer.feed(piece) { framed.lines.append(Array($0)) } } catch { framed.isTooLong = true }
    }
    framer.finish { framed.lines.append(Array($0)) }
    check(framer.bufferedBytes == 0, "nothing is kept behind the end")
    return framed
}
