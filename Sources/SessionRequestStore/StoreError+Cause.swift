internal import GRDB
internal import JSONRPC

extension StoreError {
    /// What an error of the database means.
    init(_ error: any Error, path: String = "the database") {
        guard let error = error as? DatabaseError else {
            self = error as? StoreError ?? .failed(cause: "\(error)")
            return
        }
        switch (error.resultCode, error.extendedResultCode) {
        case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_WRITE), (_, .SQLITE_IOERR_SHMSIZE):
            self = .storageFull(cause: "\(error)")
        case (.SQLITE_CANTOPEN, _), (.SQLITE_NOTADB, _), (.SQLITE_CORRUPT, _), (.SQLITE_PERM, _),
            (.SQLITE_READONLY, _):
            self = .unusable(path: path, cause: "\(error)")
        default: self = .failed(cause: "\(error)")
        }
    }

    /// What the caller of a read or a write is told: its own errors as they are, those of the store as `StoreError`.
    static func told(_ error: any Error) -> any Error {
        error is DatabaseError || error is DamagedRecord || error is JSONSyntaxError ? StoreError(error) : error
    }
}
