extension Catalog {
    static let polish = Catalog(
        .polish,
        page: [
            .continueButton: "Dalej"
        ],
        mail: [
            .greeting: "Dzień dobry, {name}!"
        ])
}
