/// A visitor's place among those who listen. It is given back with the last who holds it: when the stream has ended, and
/// also when it never began, because the visitor was gone before the head of the answer could be written.
final class StreamPlace: Sendable {
    private let listener: LinkListener
    private let giveBack: @Sendable () -> Void

    /// - Parameter giveBack: called once.
    init(_ listener: LinkListener, giveBack: @escaping @Sendable () -> Void) {
        self.listener = listener
        self.giveBack = giveBack
    }

    deinit {
        listener.end()
        giveBack()
    }
}
