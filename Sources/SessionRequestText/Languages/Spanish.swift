extension Catalog {
    static let spanish = Catalog(
        .spanish,
        page: [
            .continueButton: "Continuar"
        ],
        mail: [
            .greeting: "Hola, {name}:"
        ])
}
