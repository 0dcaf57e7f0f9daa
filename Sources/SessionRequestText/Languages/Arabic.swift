extension Catalog {
    static let arabic = Catalog(
        .arabic,
        page: [
            .continueButton: "متابعة"
        ],
        mail: [
            .greeting: "مرحبًا {name}،"
        ])
}
