package import SessionRequestWire

/// Session requests in a table.
package enum RequestTable {
    /// The lines, without a title line when there is no request.
    package static func lines(_ requests: [WireSessionRequest], on screen: Screen) -> [String] {
        var table = Table([
            .init("ID", isNumber: true), .init("STATUS"), .init("SINCE"), .init("RECIPIENT", least: 14),
            .init("ASSIGNEE", least: 8), .init("PRIO"), .init("SUBJECT", least: 12),
            .init("STARTS", isDispensable: true), .init("EXPIRES", isDispensable: true),
        ])
        for request in requests { table.append(row(request, on: screen)) }
        return table.lines(width: screen.columns, paint: screen.paint)
    }

    private static func row(_ request: WireSessionRequest, on screen: Screen) -> [Table.Cell] {
        let isOver = request.status == "closed" || request.status == "expired"
        let faint: Paint.Ink? = isOver ? .faint : nil
        return [
            .init(request.id.map(String.init) ?? "-", isOver ? .faint : .bold),
            .init(request.status, Paint.ink(ofStatus: request.status)),
            .init(screen.age(request.statusSince), faint),
            .init(request.recipient.name, faint),
            .init(Words.assignee(request.assignee, user: screen.user), faint),
            .init(request.priority == "normal" ? "" : request.priority, Paint.ink(ofPriority: request.priority)),
            .init(request.subject ?? "", faint),
            .init(isOver ? "" : screen.words(request.schedule?.startsAt), faint),
            .init(isOver || request.status == "connected" ? "" : screen.words(request.expiresAt), faint),
        ]
    }
}
