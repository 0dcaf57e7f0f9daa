extension Catalog {
    static let english = Catalog(
        .english,
        page: [
            .continueButton: "Continue"
        ],
        mail: [
            .greeting: "Hello {name},"
        ])
}
