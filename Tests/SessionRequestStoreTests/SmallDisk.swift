internal import Glibc

/// A file system of a few pages in memory, mounted for one test. Needs root, as the tests of this target do.
final class SmallDisk {
    let path: String

    init(kilobytes: Int) throws {
        path = try TestDesk.newDirectory()
        try Self.mount(at: path, kilobytes: kilobytes)
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    /// Gives or takes room.
    func resize(kilobytes: Int) throws {
        try Self.mount(at: path, kilobytes: kilobytes, flags: UInt(MS_REMOUNT))
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

    /// Mounts a new file system, or gives the one that is there another size.
    ///
    /// By the call itself: a child would be given the environment, which other tests change meanwhile.
    private static func mount(at path: String, kilobytes: Int, flags: UInt = 0) throws {
        guard Glibc.mount("tmpfs", path, "tmpfs", flags, "size=\(kilobytes)k,mode=0700") == 0 else {
            throw TestFailure("mount \(path): error \(errno); this test needs root")
        }
    }
}
