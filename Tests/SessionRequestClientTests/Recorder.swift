internal import Synchronization

/// Keeps what it is told, from any task.
final class Recorder<Value: Sendable>: Sendable {
    private let kept = Mutex<[Value]>([])

    var values: [Value] { kept.withLock { $0 } }

    func record(_ value: Value) { kept.withLock { $0.append(value) } }
}
