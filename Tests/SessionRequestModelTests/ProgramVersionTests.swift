internal import SessionRequestModel
internal import Testing

@Suite struct ProgramVersionTests {
    @Test func `versions order by number, not by letter`() throws {
        let rising = [
            "0", "0.0.1", "0.9", "0.10", "1", "1.2.3", "8.99.99", "9.0", "9.0.1", "9.0.4", "9.0.10", "9.1", "10",
            "10.0.0.1",
            "999999999999999999",
        ]
        let versions = try rising.map { try #require(ProgramVersion($0)) }
        for (index, version) in versions.enumerated() {
            for (otherIndex, other) in versions.enumerated() {
                #expect((version < other) == (index < otherIndex))
                #expect((version == other) == (index == otherIndex))
            }
        }
    }

    @Test(arguments: [("9", "9.0"), ("9.0", "9.0.0.0"), ("09.01", "9.1"), ("0", "0.0.0"), ("1.2", "1.2.0.0.0.0.0.0")])
    func `zeros that say nothing make no difference`(one: String, other: String) {
        #expect(ProgramVersion(one) != nil)
        #expect(ProgramVersion(one) == ProgramVersion(other))
        #expect(ProgramVersion(one)?.hashValue == ProgramVersion(other)?.hashValue)
    }

    @Test(arguments: [
        "", ".", "9.", ".9", "9..0", "v9", "9.0-beta", "9.0 ", " 9.0", "9,0", "-9", "+9", "9.-1", "9.+1", "９.0",
        "9.0\n",
        "9.x", "0x9", "1e3", "latest", "1.2.3.4.5.6.7.8.9", "1000000000000000000", "9.1000000000000000000000",
        String(repeating: "1.", count: 40) + "1", String(repeating: "0", count: 65),
    ])
    func `garbage is no version`(text: String) {
        #expect(ProgramVersion(text) == nil)
    }

    @Test func `a version is written as short as it goes`() {
        #expect(ProgramVersion("9.0.0")?.description == "9")
        #expect(ProgramVersion("009.0.10")?.description == "9.0.10")
    }
}
