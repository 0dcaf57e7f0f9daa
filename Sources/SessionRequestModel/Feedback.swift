/// What the recipient said afterwards.
public struct Feedback: Sendable, Hashable {
    /// 1 (bad) to 5 (good).
    public var rating: Int
    /// In the recipient's own words.
    public var comment: String?
    /// When it was given.
    public var at: Timestamp

    /// Throws when the rating is not 1 to 5 or the comment is over its limit.
    public init(rating: Int, comment: String?, at: Timestamp) throws(Violation) {
        guard (1...5).contains(rating) else { throw Violation("must be 1 to 5", at: "/rating") }
        if let comment {
            do { try TextRule.checkText(comment, atMost: Limits.note) } catch { throw error.inside("comment") }
        }
        self.rating = rating
        self.comment = comment
        self.at = at
    }
}
