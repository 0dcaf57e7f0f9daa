/// What somebody wrote on the command line and nobody can read: what would be right, for people.
package struct Unreadable: Error, Equatable, CustomStringConvertible {
    /// One sentence, "cannot ...".
    package let description: String

    /// Just this sentence.
    package init(_ description: String) { self.description = description }
}
