extension Catalog {
    static let dutch = Catalog(
        .dutch,
        page: [
            .continueButton: "Doorgaan"
        ],
        mail: [
            .greeting: "Beste {name},"
        ])
}
