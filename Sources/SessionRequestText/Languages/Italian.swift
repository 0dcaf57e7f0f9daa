extension Catalog {
    static let italian = Catalog(
        .italian,
        page: [
            .continueButton: "Continua"
        ],
        mail: [
            .greeting: "Buongiorno {name},"
        ])
}
