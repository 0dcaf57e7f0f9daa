extension Catalog {
    static let japanese = Catalog(
        .japanese,
        page: [
            .continueButton: "続ける"
        ],
        mail: [
            .greeting: "{name} 様"
        ])
}
