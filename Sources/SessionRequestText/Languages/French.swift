extension Catalog {
    static let french = Catalog(
        .french,
        page: [
            .continueButton: "Continuer"
        ],
        mail: [
            .greeting: "Bonjour {name},"
        ])
}
