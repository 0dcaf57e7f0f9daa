internal import SessionRequestModel

/// Another live request has the code: the next attempt is to be made of it before it is recorded.
public struct CodeTaken: Error, Sendable, Hashable {
    /// The request that has the code.
    public var holder: Int64
}

extension WriteTransaction {
    /// The hash of the code that the request has from now on: nil for one that keeps what it has, nil inside for one that
    /// has none any more.
    func codeChange(
        from before: SessionRequest?, to after: SessionRequest, codeHash: (SessionRequest) -> [UInt8]
    ) throws -> [UInt8]?? {
        if let before, before.status.isLive {
            if after.status.isLive, before.linkGeneration == after.linkGeneration,
                before.codeAttempt == after.codeAttempt
            {
                return nil
            }
            releasedCodes.append((codeHash(before), after.id))
        }
        guard after.status.isLive else { return before?.status.isLive == true ? .some(nil) : nil }
        let hash = codeHash(after)
        if let holder = try state.codes.claim(hash, for: after.id, connection), holder != after.id,
            try snapshot.hasCode(holder, hash: hash)
        {
            _ = try state.codes.claim(hash, for: holder, connection)
            throw CodeTaken(holder: holder)
        }
        claimedCodes.append((hash, after.id))
        return hash
    }

    /// The group is durable: the log ends where it does, and codes that were lost are free.
    func settle() {
        state.committed(upTo: lastSequence, tallied: tallied, nearestDeadline: nearestDeadline)
        for code in releasedCodes { state.codes.release(code.hash, of: code.request) }
    }

    /// The group never happened.
    func forget() {
        forgetCodes(claimedAfter: 0, releasedAfter: 0)
        state.forgetDeadline()
    }

    /// What was done after a point never happened.
    func forgetCodes(claimedAfter claimed: Int, releasedAfter released: Int) {
        for code in claimedCodes[claimed...] { state.codes.release(code.hash, of: code.request) }
        claimedCodes.removeSubrange(claimed...)
        releasedCodes.removeSubrange(released...)
    }
}
