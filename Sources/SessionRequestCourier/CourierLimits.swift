/// The bounds of what the courier takes in.
enum CourierLimits {
    /// Bytes of an endpoint's answer that are read.
    static let answer = 64 * 1024
}
