extension Catalog {
    static let german = Catalog(
        .german,
        page: [
            .continueButton: "Weiter"
        ],
        mail: [
            .greeting: "Guten Tag {name},"
        ])
}
