internal import GRDB
internal import JSONRPC
internal import SessionRequestModel

extension WriteTransaction {
    /// Runs one command of the group. What it throws undoes all that it did, and nobody else's; an error of the database
    /// itself spoils the whole group, and is thrown.
    func run(_ command: any Command) throws {
        let mark = (events.count, tallied, claimedCodes.count, releasedCodes.count, deadLetters.count)
        guard let error = command.run(self) else { return try finish() }
        if error is DatabaseError { throw error }
        discardHeld()
        if hasSavepoint {
            try PreparedStatement("ROLLBACK TO command", on: connection).run()
            try releaseSavepoint()
            nearestDeadline = .unknown
        }
        events.removeSubrange(mark.0...)
        tallied = mark.1
        forgetCodes(claimedAfter: mark.2, releasedAfter: mark.3)
        deadLetters.removeSubrange(mark.4...)
    }

    /// The statement of this text, on a connection where everything is written that the command has done so far.
    func statement(_ sql: String) throws -> PreparedStatement {
        try writeHeld()
        return try PreparedStatement(sql, on: connection)
    }

    /// Writes what is held back, so that it can be read and still be undone.
    func writeHeld() throws {
        if !hasSavepoint {
            try PreparedStatement("SAVEPOINT command", on: connection).run()
            hasSavepoint = true
        }
        try runHeld()
    }

    /// The command is through: nothing can undo it alone any more.
    private func finish() throws {
        try runHeld()
        if hasSavepoint { try releaseSavepoint() }
    }

    private func releaseSavepoint() throws {
        try PreparedStatement("RELEASE command", on: connection).run()
        hasSavepoint = false
    }

    private func runHeld() throws {
        guard !heldWrites.isEmpty else { return }
        try heldBodies.bytes.withUnsafeBytes { bodies in
            for write in heldWrites {
                try statements.run(write, bodies: bodies)
                nearestDeadline.wrote(write)
            }
        }
        discardHeld()
    }

    private func discardHeld() {
        heldWrites.removeAll(keepingCapacity: true)
        heldBodies.removeAll()
    }

    /// When the next change by the clock alone is due, after all that was written; nil when none is.
    func nextDeadline() throws -> Timestamp? {
        if case .known(let deadline) = nearestDeadline { return deadline.map { Timestamp(milliseconds: $0) } }
        let deadline = try snapshot.nextDeadline()
        nearestDeadline = .known(deadline?.milliseconds)
        return deadline
    }
}
