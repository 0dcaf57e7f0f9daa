/// A question for one page of requests.
public struct ListQuery: Sendable, Hashable {
    /// What a list may be ordered by.
    public enum SortField: String, Sendable, Hashable, CaseIterable {
        case createdAt, updatedAt, expiresAt, statusSince, priority, startsAt
    }

    /// A place in an ordered list: that of the last request of the page before.
    public struct Position: Sendable, Hashable {
        /// What the list is ordered by, as a number.
        public var key: Int64
        /// What decides between equal keys.
        public var id: Int64

        /// The place of a request with this key and id.
        public init(key: Int64, id: Int64) {
            self.key = key
            self.id = id
        }
    }

    /// A shelf of the desk.
    public enum View: String, Sendable, Hashable, CaseIterable {
        /// Open, with a start in the future.
        case upcoming
        /// Neither upcoming nor past.
        case active
        /// Closed or expired.
        case past
    }

    /// Which requests.
    public var filter = RequestFilter()
    /// Which shelf; nil: all.
    public var view: View?
    /// Words that must all be found, by prefix; nil: no such condition.
    public var words: [String]?
    /// Whether the words are looked for in what a viewer may read only.
    public var searchesPublicTextOnly = false
    /// The order.
    public var sort = SortField.createdAt
    /// Whether the order is from the greatest down.
    public var descends = true
    /// Where to go on; nil: at the beginning.
    public var after: Position?
    /// At most so many, 1 to 500.
    public var limit = 100

    /// The newest hundred.
    public init() {}
}
