internal import Glibc
internal import Logging
internal import Systemd
internal import Testing

@Suite struct JournalLogHandlerTests {
    private func written(_ act: (Logger) -> Void, handler configure: (inout JournalLogHandler) -> Void = { _ in })
        -> String
    {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        var handler = JournalLogHandler(label: "test", destination: .descriptor(ends[1]))
        configure(&handler)
        act(Logger(label: "test", factory: { _ in handler }))
        close(ends[1])
        defer { close(ends[0]) }
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            guard count > 0 else { return text }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    @Test func anEntryIsOneLine() {
        let text = written { $0.notice("hello", metadata: ["PEER_UID": "7"]) }
        #expect(text.hasSuffix("Z notice: hello (PEER_UID=7)\n"))
    }

    @Test func whatIsBelowTheLevelIsNotWritten() {
        #expect(written { $0.debug("hello") } == "")
    }

    @Test func theFieldsOfAnEntryWinOverThoseOfProviderAndHandler() {
        let text = written { logger in
            var logger = logger
            logger[metadataKey: "A"] = "handler"
            logger[metadataKey: "B"] = "handler"
            logger[metadataKey: "C"] = "handler"
            logger.info("x", metadata: ["C": "entry"])
        } handler: {
            $0.metadataProvider = Logger.MetadataProvider { ["B": "provider", "C": "provider"] }
        }
        #expect(text.hasSuffix(" info: x (A=handler B=provider C=entry)\n"))
    }

    @Test func aClosedDescriptorLosesTheLineAndNothingElse() {
        let logger = Logger(label: "test", factory: { JournalLogHandler(label: $0, destination: .descriptor(-1)) })
        logger.critical("nobody reads this")
    }
}
