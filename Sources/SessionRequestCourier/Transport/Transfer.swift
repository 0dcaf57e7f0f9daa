internal import CCurl
internal import Foundation

/// One transfer of libcurl: set up, carried out once on a thread that may wait, and read. For one thread at a time.
final class Transfer {
    private static let library: Bool = {
        // Names of hosts in other letters are read in the locale's character set.
        setlocale(LC_CTYPE, "C.UTF-8")
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    /// How it ended.
    struct Ending {
        /// `CURLE_OK` or why not.
        var code: CURLcode
        /// The last status of the server, of HTTP or SMTP; 0 when there was none.
        var status: Int
        /// What libcurl says went wrong; empty when nothing did.
        var complaint: String
        /// The lines that the server said last: the header of an answer, or replies.
        var lines: [String]
    }

    private let easy: UnsafeMutableRawPointer
    private let complaint: UnsafeMutablePointer<CChar>
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let abandonment: Abandonment
    private var upload: ArraySlice<UInt8> = []
    private var received = 0
    private var lines: [String] = []

    /// Nil when libcurl cannot be had, for want of memory.
    init?(_ url: String, schemes: String, seconds: Int, abandonment: Abandonment) {
        guard Self.library, let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.abandonment = abandonment
        complaint = .allocate(capacity: Int(CURL_ERROR_SIZE))
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let me = Unmanaged.passUnretained(self).toOpaque()
        set(CURLOPT_ERRORBUFFER, pointer: complaint)
        set(CURLOPT_URL, url)
        set(CURLOPT_PROTOCOLS_STR, schemes)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, CourierLimits.connectSeconds)
        set(CURLOPT_TIMEOUT, seconds)
        set(CURLOPT_USERAGENT, "session-request-courier")
        ccurl_keep_from_programs(easy)
        set(CURLOPT_NOPROGRESS, 0)
        ccurl_set_progress(easy) { transfer, _, _, _, _ in
            Transfer.from(transfer)?.abandonment.isAsked == true ? 1 : 0
        }
        set(CURLOPT_XFERINFODATA, pointer: me)
        ccurl_set_transfer(easy, CURLOPT_WRITEFUNCTION) { _, size, count, transfer in
            Transfer.from(transfer)?.take(size * count) ?? 0
        }
        set(CURLOPT_WRITEDATA, pointer: me)
        ccurl_set_transfer(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, transfer in
            Transfer.from(transfer)?.hear(UnsafeRawBufferPointer(start: bytes, count: size * count))
            return size * count
        }
        set(CURLOPT_HEADERDATA, pointer: me)
    }

    deinit {
        curl_easy_cleanup(easy)
        for list in lists { curl_slist_free_all(list) }
        complaint.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) { ccurl_set_number(easy, option, value) }

    func set(_ option: CURLoption, _ value: String) { ccurl_set_text(easy, option, value) }

    private func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) {
        ccurl_set_pointer(easy, option, pointer)
    }

    func set(_ option: CURLoption, list: [String]) {
        var head: UnsafeMutablePointer<curl_slist>?
        for line in list { head = curl_slist_append(head, line) ?? head }
        guard let head else { return }
        lists.append(head)
        ccurl_set_list(easy, option, head)
    }

    /// Sends these bytes as what is uploaded.
    func send(_ bytes: [UInt8]) {
        upload = bytes[...]
        set(CURLOPT_UPLOAD, 1)
        ccurl_set_size(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count))
        ccurl_set_transfer(easy, CURLOPT_READFUNCTION) { buffer, size, count, transfer in
            Transfer.from(transfer)?.give(UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) ?? 0
        }
        set(CURLOPT_READDATA, pointer: Unmanaged.passUnretained(self).toOpaque())
    }

    /// Sends these bytes as the body of a request; libcurl keeps a copy.
    func post(_ bytes: [UInt8]) {
        set(CURLOPT_POST, 1)
        ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        bytes.withUnsafeBytes { _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    }

    /// Carries it out; returns when it is over.
    func perform() -> Ending {
        let code = curl_easy_perform(easy)
        var status = 0
        ccurl_get_number(easy, CURLINFO_RESPONSE_CODE, &status)
        let said = complaint.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: complaint)
        return Ending(code: code, status: status, complaint: code == CURLE_OK ? "" : said, lines: lines)
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(_ count: Int) -> Int {
        received += count
        return received <= CourierLimits.answer ? count : 0
    }

    private func hear(_ bytes: UnsafeRawBufferPointer) {
        let line = String(decoding: bytes.prefix(CourierLimits.reply), as: UTF8.self)
        if lines.count == 64 { lines.removeFirst() }
        lines.append(line.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let piece = upload.prefix(buffer.count)
        piece.withUnsafeBytes { buffer.copyMemory(from: $0) }
        upload = upload.dropFirst(piece.count)
        return piece.count
    }
}
