internal import Foundation

extension [UInt8] {
    /// The bytes in the type that the database library binds as a blob.
    var data: Data { Data(self) }
}
