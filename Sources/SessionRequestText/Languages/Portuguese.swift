extension Catalog {
    static let portuguese = Catalog(
        .portuguese,
        page: [
            .continueButton: "Continuar"
        ],
        mail: [
            .greeting: "Olá, {name},"
        ])
}
