#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What libFuzzer calls with each input: everything that the daemon does with a peer's bytes before it knows a method.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: data, count: size)
    checkFraming(bytes)
    _ = ForeignProtocol.recognise(firstLine: bytes)
    guard let document = read(bytes) else { return 0 }
    checkNodes(document)
    checkRoundTrip(document)
    checkEnvelope(document)
    checkAgainstFoundation(document, bytes)
    return 0
}

/// Ends the process when something does not hold; libFuzzer then keeps the input.
func check(_ holds: Bool, _ promise: StaticString) {
    guard !holds else { return }
    "broken promise: \(promise)\n".utf8.withContiguousStorageIfAvailable { _ = write(2, $0.baseAddress, $0.count) }
    abort()
}

/// The document that a text is; its refusal has a place inside the text, or right behind it.
private func read(_ bytes: UnsafeRawBufferPointer) -> JSONDocument? {
    do {
        return try JSONDocument(bytes)
    } catch {
        check(0...bytes.count ~= error.offset, "an error lies within the text")
        return nil
    }
}
