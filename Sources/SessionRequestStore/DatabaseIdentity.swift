internal import GRDB

/// Which database this is to those who hold a place in its log.
struct DatabaseIdentity {
    /// Numbers of requests that a restored database leaves out at least: some of them were given after the copy was made,
    /// and their links are still in mails.
    private static let leftOut: Int64 = 100_000

    /// Names it; made with it, and anew when it was restored.
    let epoch: String
    /// Whether this opening found that it was.
    let wasRestored: Bool

    /// Finds out, and gives a restored one what keeps it apart from what came after the copy: the log has another name, so
    /// that nobody goes on at a place that means something else now, and new requests have numbers that none had.
    init(_ db: Database, _ stopMark: StopMark, newEpoch: () -> String) throws {
        let kept = try Facts.text(Facts.epoch, db)
        wasRestored = try kept != nil && stopMark.isOfAnother(db)
        guard let kept, !wasRestored else {
            epoch = newEpoch()
            try Facts.set(Facts.epoch, epoch, db)
            if wasRestored {
                try Facts.set(Facts.lastRequest, Self.numberToGoOnFrom(WriterState.lastRequest(db)), db)
            }
            try stopMark.remove(db)
            return
        }
        epoch = kept
    }

    private static func numberToGoOnFrom(_ last: Int64) -> Int64 {
        (last / leftOut + 2) * leftOut
    }
}
