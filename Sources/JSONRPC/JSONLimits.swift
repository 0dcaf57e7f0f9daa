/// The bounds of everything that a peer can make larger.
public enum JSONLimits {
    /// Containers nest this deep and no deeper.
    public static let depth = 64

    /// The largest text that one document can hold; callers bound theirs far below it.
    public static let documentBytes = (1 << 29) - 1

    /// The longest request id, in bytes as written, a string's quotes not counted.
    public static let requestIDBytes = 128

    /// The most messages of one batch: the least message is two bytes, its answer a hundred.
    public static let batchMessages = 10_000

    /// The longest number token that is turned into a `Double`; a longer one is valid JSON but has no value here.
    public static let numberBytes = 1024

    /// Members of one object whose names are compared pairwise; more are hashed.
    static let pairwiseNames = 16

    /// The most tokens for which room is made before the text is read.
    static let reservedTokens = 4096

    /// Room for a partial line that is kept for the next one; more is given back to the system.
    static let keptLineBytes = 16 * 1024
}
