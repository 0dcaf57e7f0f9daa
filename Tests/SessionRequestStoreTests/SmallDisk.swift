internal import Foundation

/// A file system of a few pages in memory, mounted for one test. Needs root, as the tests of this target do.
final class SmallDisk {
    let path: String

    init(kilobytes: Int) throws {
        path = try TestDesk.newDirectory()
        try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k,mode=0700", "tmpfs", path)
    }

    deinit {
        try? Self.run("umount", "-l", path)
        rmdir(path)
    }

    /// Gives or takes room.
    func resize(kilobytes: Int) throws {
        try Self.run("mount", "-o", "remount,size=\(kilobytes)k", path)
    }

    /// Takes all room that is left but so much.
    func fill(leaving kilobytes: Int) throws {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw TestFailure("statvfs: \(errno)") }
        let free = Int(status.f_bavail) * Int(status.f_frsize) / 1024
        try Files.write([UInt8](repeating: 1, count: max(0, free - kilobytes) * 1024), to: path + "/filler")
    }

    func makeRoom() {
        unlink(path + "/filler")
    }

    private static func run(_ program: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TestFailure("\(program) \(arguments): exit \(process.terminationStatus); this test needs root")
        }
    }
}
