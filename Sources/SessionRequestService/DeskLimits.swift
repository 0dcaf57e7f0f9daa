/// The bounds of what one call makes the service do, beside those of the model's and the wire's.
public enum DeskLimits {
    /// Requests in the snapshot of a subscription.
    public static let snapshotRequests = 10_000
    /// Requests that one `queue.delete` leaves unassigned.
    public static let abandonedRequests = 10_000
    /// Requests of one queue whose places one answer counts one by one; of more, the line is read whole.
    public static let countedPlaces = 32
    /// Requests that have run out unnoticed which one `queue.next` steps over.
    public static let lapsedRequests = 1000
    /// Codes that are tried before a request is refused for want of a free one.
    public static let codeAttempts: Int64 = 1000
    /// Visitors whose tries one budget remembers.
    public static let budgetedVisitors = 16_384
    /// Bytes of a code as a visitor writes it, with blanks and dashes.
    public static let codeBytes = 256
    /// Features that a caller may say it has.
    public static let introducedFeatures = 64
    /// Deliveries that are found to be of no use any more which one `delivery.next` steps over.
    public static let passedDeliveries = 1000
    /// Seconds that a delivery stays with who took it, unless the caller says otherwise.
    public static let deliveryLeaseSeconds: Double = 120
    /// Characters in the error of a delivery that failed.
    public static let deliveryError = 512
    /// Bytes of a JSON pointer in an error; a longer one is cut back to what holds the place.
    public static let pathBytes = 1024
}
