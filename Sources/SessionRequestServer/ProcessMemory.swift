internal import CProgram
internal import Glibc

/// The memory of this process.
public enum ProcessMemory {
    /// Has the kernel make the pages of the data that begin as zeros, in one go.
    ///
    /// A start needs most of them, and would first read each as the one page of zeros that all processes share and then
    /// write it: two faults, and a word to the other processors to forget the first. The earlier it is called, the
    /// fewer of them have happened. Before Linux 5.14 it does nothing. See MADV_POPULATE_WRITE in madvise(2).
    public static func prefault() {
        let page = UInt(getpagesize())
        let zeros = UInt(bitPattern: program_zeros())
        let start = (zeros + page - 1) & ~(page - 1)
        let end = (zeros + UInt(program_zeros_size())) & ~(page - 1)
        guard start < end else { return }
        madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_POPULATE_WRITE)
    }

    /// Gives back the mapped pages of the program's own code, of which starting touches three times what serving does. A
    /// page that is needed after all comes back from the page cache (madvise(2), MADV_DONTNEED on a read-only mapping).
    static func release() {
        for range in programText() {
            guard let start = UnsafeMutableRawPointer(bitPattern: range.lowerBound) else { continue }
            madvise(start, Int(range.upperBound - range.lowerBound), MADV_DONTNEED)
        }
    }

    /// Where the program's executable, and so never written, segments are mapped (proc_pid_maps(5)).
    private static func programText() -> [Range<UInt>] {
        guard let program = realpath("/proc/self/exe", nil) else { return [] }
        defer { free(program) }
        let name = String(cString: program)
        return mapsOfThisProcess().split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].drop(while: { $0 == " " }) == name else {
                return nil
            }
            let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
        }
    }

    private static func mapsOfThisProcess() -> String {
        let descriptor = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while text.count < 1 << 20 {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            text += chunk.prefix(count)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
