internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct LinkCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Print the link of a session request.",
        discussion: "In a pipe the link alone is printed; --json also gives the code.")

    @OptionGroup var request: RequestArgument
    @Flag(help: "Also put it on the clipboard.") var copy = false
    @Flag(name: .customLong("qr"), help: "Also print it as a QR code.") var showsQR = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if showsQR, global.json { throw ValidationError("Give --qr or --json, not both: a QR code is no JSON.") }
    }

    func run(with console: Console) async throws {
        let answer = try await console.call(SessionRequestMethods.Get.self, RequestParams(id: request.id))
        let request = answer.result.sessionRequest
        guard let link = request.link else {
            throw Failure(
                .refused, "cannot show the link of session request \(self.request.id): this socket does not give links",
                hint: "Use the agents' socket, not that of viewers.")
        }
        if global.json {
            console.print(json: LinkObject(id: self.request.id, link: link, code: request.code))
        } else {
            print(link, request.code, console)
        }
        if showsQR { try printCode(link, console) }
        guard copy else { return }
        switch await Clipboard.put(link) {
        case .program: console.note("the link is on the clipboard")
        case .terminal: console.note("asked the terminal to put the link on the clipboard")
        case nil:
            throw Failure(
                .refused, "cannot copy the link: there is no clipboard",
                hint: "Install wl-clipboard (Wayland), or xclip or xsel (X11), or use a terminal that knows OSC 52.")
        }
    }

    private func print(_ link: String, _ code: String?, _ console: Console) {
        guard console.isForPeople else { return Terminal.write(link + "\n") }
        let paint = console.screen().paint
        console.show([paint(.cyan, SafeText.line(link))])
        if let code {
            console.show(["\(paint(.faint, "code")) \(paint(.bold, SafeText.line(WireTexts.spaced(code: code))))"])
        }
    }

    private func printCode(_ link: String, _ console: Console) throws {
        guard let code = QRCode(link) else {
            throw Failure(.refused, "cannot make a QR code of the link: it is too long", hint: "Send the link instead.")
        }
        let screen = console.screen()
        if Terminal.isTerminal(1), code.columns > screen.columns {
            throw Failure(
                .refused,
                "cannot show the QR code: it takes \(code.columns) columns, and the terminal has \(screen.columns)",
                hint: "Make the window wider.")
        }
        console.show(code.lines(paint: screen.paint))
    }
}

/// What `link --json` prints.
struct LinkObject: JSONEncodable {
    let id: Int64
    let link: String
    let code: String?

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("link", link)
        writer.member("code", orNull: code)
        writer.endObject()
    }
}

struct RotateLinkCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rotate-link", abstract: "Make a new link and a new code; the old ones lead nowhere any more.")

    @OptionGroup var change: ChangeArguments
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = RequestChangeParams(id: change.id, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.RotateLink.self, params) { request, screen in
            var sheet = Sheet(on: screen, indent: 2)
            sheet.add("link", request.link, .cyan)
            sheet.add("code", request.code.map(WireTexts.spaced(code:)), .bold)
            return ChangedView.lines(request, "has a new link", on: screen) + sheet.lines
        }
    }
}
