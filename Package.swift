// swift-tools-version: 6.1
import PackageDescription

/// One list for every target. Warnings are errors in CI, which passes `-Xswiftc -warnings-as-errors`.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "session-requestd",
    products: [
        .executable(name: "session-requestd", targets: ["session-requestd"]),
        .executable(name: "session-request", targets: ["session-request"]),
        .library(name: "SessionRequestClient", targets: ["SessionRequestClient"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Floor 0: the nouns of the desk and their life, as pure values.
        .target(name: "SessionRequestModel", swiftSettings: settings),
        // Floor 1: strict JSON and JSON-RPC 2.0, without I/O.
        .target(name: "JSONRPC", swiftSettings: settings),
        // Floor 1: what libsystemd offers, as C.
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        // Floor 1: sockets by name, readiness, watchdog, journal.
        .target(
            name: "Systemd",
            dependencies: ["CSystemd", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        // Floor 2: params and results exactly as in the schema.
        .target(name: "SessionRequestWire", dependencies: ["JSONRPC"], swiftSettings: settings),
        // Floor 2: SQLite: rows, event log, group commit.
        .target(
            name: "SessionRequestStore",
            dependencies: [
                "SessionRequestModel", "JSONRPC", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        // Floor 3: load, decide, persist, publish.
        .target(
            name: "SessionRequestService",
            dependencies: [
                "SessionRequestModel", "SessionRequestStore", "SessionRequestWire", "JSONRPC",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        // Floor 3: typed calls and a watch that reconnects.
        .target(
            name: "SessionRequestClient",
            dependencies: ["SessionRequestWire", "JSONRPC"],
            swiftSettings: settings),
        // Floor 4: listeners, connections, peers, routes.
        .target(
            name: "SessionRequestServer",
            dependencies: [
                "SessionRequestModel", "SessionRequestStore", "SessionRequestService", "SessionRequestWire", "JSONRPC",
                "Systemd", "Yams",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        // Floor 1: QR codes, as C.
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        // Mains: parse, compose, run.
        .executableTarget(
            name: "session-requestd",
            dependencies: [
                "SessionRequestServer", "SessionRequestService", "SessionRequestModel", "Systemd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "session-request",
            dependencies: [
                "SessionRequestClient", "SessionRequestWire", "JSONRPC", "CQRencode",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        // Tests mirror Sources.
        .testTarget(name: "SessionRequestModelTests", dependencies: ["SessionRequestModel"], swiftSettings: settings),
        .testTarget(name: "JSONRPCTests", dependencies: ["JSONRPC"], swiftSettings: settings),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd"], swiftSettings: settings),
        .testTarget(name: "SessionRequestWireTests", dependencies: ["SessionRequestWire"], swiftSettings: settings),
        .testTarget(
            name: "SessionRequestStoreTests",
            dependencies: [
                "SessionRequestStore", "SessionRequestModel", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SessionRequestServiceTests",
            dependencies: [
                "SessionRequestService", "SessionRequestModel", "SessionRequestStore", "SessionRequestWire", "JSONRPC",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SessionRequestServerTests",
            dependencies: [
                "SessionRequestServer", "SessionRequestService", "SessionRequestModel", "Systemd", "JSONRPC",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SessionRequestClientTests", dependencies: ["SessionRequestClient", "session-request"],
            swiftSettings: settings),
    ]
)
