internal import JSONRPC
internal import Testing

@Suite("Line framer")
struct LineFramerTests {
    /// Feeds the pieces one after another and gives the lines, those at the end of the stream included.
    private func lines(_ pieces: [some Sequence<UInt8>], limit: Int = 100) throws -> [String] {
        var framer = LineFramer(limit: limit)
        var lines: [String] = []
        for piece in pieces {
            try Array(piece).withUnsafeBytes { bytes in
                try framer.feed(bytes) { lines.append(String(decoding: $0, as: UTF8.self)) }
            }
        }
        framer.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
        #expect(framer.bufferedBytes == 0)
        return lines
    }

    private static let stream = Array("{\"a\":1}\n\n \t\r\n[2]\r\n\r\n\"é😀\"\n{\"b\":\r2}\nlast\r".utf8)
    private static let whole = ["{\"a\":1}", "[2]", "\"é😀\"", "{\"b\":\r2}", "last"]

    @Test("gives the same lines wherever the stream is split in two or three")
    func everySplit() throws {
        let stream = Self.stream
        for first in 0...stream.count {
            #expect(try lines([stream[..<first], stream[first...]]) == Self.whole, "split at \(first)")
            for second in first...stream.count {
                let pieces = [stream[..<first], stream[first..<second], stream[second...]]
                #expect(try lines(pieces) == Self.whole, "split at \(first) and \(second)")
            }
        }
    }

    @Test("gives the same lines in pieces of any size", arguments: 1...12)
    func everySize(size: Int) throws {
        let stream = Self.stream
        let pieces = stride(from: 0, to: stream.count, by: size).map { stream[$0..<min($0 + size, stream.count)] }
        #expect(try lines(pieces) == Self.whole)
    }

    @Test("hands on a line with its last byte, not later")
    func atOnce() throws {
        var framer = LineFramer(limit: 10)
        var lines: [Int] = []
        for byte in Array("abc\nde".utf8) {
            try withUnsafeBytes(of: byte) { try framer.feed($0) { lines.append($0.count) } }
        }
        #expect(lines == [3])
        #expect(framer.bufferedBytes == 2)
        framer.finish { lines.append($0.count) }
        #expect(lines == [3, 2])
    }

    @Test("does not copy a line that lies whole within what is fed")
    func inPlace() throws {
        var framer = LineFramer(limit: 10)
        try Array("ab\ncd\ne".utf8).withUnsafeBytes { bytes in
            var offsets: [Int] = []
            try framer.feed(bytes) { line in
                if let start = line.baseAddress, let base = bytes.baseAddress { offsets.append(start - base) }
            }
            #expect(offsets == [0, 3])
        }
        #expect(framer.bufferedBytes == 1)
    }

    @Test("gives nothing for whitespace", arguments: ["", "\n", "\n\n\n", " \n\t\n", "\r\n", " ", "\r", "\t \r\r\n"])
    func blank(stream: String) throws {
        #expect(try lines([Array(stream.utf8)]).isEmpty)
        #expect(try lines(stream.utf8.map { [$0] }).isEmpty)
    }

    @Test(
        "allows a line of exactly the limit, whatever its ending", arguments: ["", "\n", "\r\n", "\r"], [1, 2, 7, 64])
    func exactly(ending: String, limit: Int) throws {
        let content = String(repeating: "x", count: limit)
        let stream = Array((content + ending).utf8)
        #expect(try lines([stream], limit: limit) == [content])
        #expect(try lines(stream.map { [$0] }, limit: limit) == [content])
        for split in 0...stream.count {
            #expect(try lines([stream[..<split], stream[split...]], limit: limit) == [content])
        }
    }

    @Test("refuses one byte more, as soon as it is there", arguments: [1, 2, 7, 64])
    func oneMore(limit: Int) throws {
        let stream = Array(("ok\n" + String(repeating: "x", count: max(limit, 2) + 1) + "\nnever\n").utf8)
        let limit = max(limit, 2)
        for split in 0...stream.count {
            var framer = LineFramer(limit: limit)
            var lines: [String] = []
            func feed(_ piece: ArraySlice<UInt8>) throws {
                try piece.withUnsafeBytes { bytes in
                    try framer.feed(bytes) { lines.append(String(decoding: $0, as: UTF8.self)) }
                }
            }
            let error = #expect(throws: LineTooLong.self) {
                try feed(stream[..<split])
                #expect(split < 3 + limit + 1, "the line was too long already")
                try feed(stream[split...])
            }
            #expect(error == LineTooLong(limit: limit))
            #expect(error?.description.contains("\(limit) bytes") == true)
            #expect(lines == ["ok"])
            #expect(framer.bufferedBytes == 0)
            try feed(Array("more\n".utf8)[...])
            framer.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
            #expect(lines == ["ok"])
        }
    }

    @Test("refuses a line in which a return inside it makes one byte too many")
    func returnsInside() throws {
        #expect(try lines([Array("abc\r\n".utf8)], limit: 3) == ["abc"])
        #expect(try lines([Array("ab\rc".utf8)], limit: 4) == ["ab\rc"])
        for text in ["abc\r\r\n", "abc\rd\n"] {
            #expect(throws: LineTooLong.self) { try lines([Array(text.utf8)], limit: 3) }
            #expect(throws: LineTooLong.self) { try lines(text.utf8.map { [$0] }, limit: 3) }
        }
    }

    @Test("keeps a long line until its end and then gives its memory back")
    func longLine() throws {
        var framer = LineFramer(limit: 1 << 20)
        var received = 0
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        for number in 1...16 {
            try piece.withUnsafeBytes { try framer.feed($0) { _ in received += 1 } }
            #expect(framer.bufferedBytes == number << 16)
        }
        try Array("\n".utf8).withUnsafeBytes { try framer.feed($0) { received += $0.count } }
        #expect(received == 1 << 20)
        #expect(framer.bufferedBytes == 0)
        #expect(framer.reservedBytes == 0)
    }
}
