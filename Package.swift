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
        .executable(name: "session-request-portal", targets: ["session-request-portal"]),
        .executable(name: "session-request-courier", targets: ["session-request-courier"]),
        .library(name: "SessionRequestClient", targets: ["SessionRequestClient"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Floor 0: the nouns of the desk and their life, as pure values.
        .target(name: "SessionRequestModel", swiftSettings: settings),
        // Floor 1: strict JSON and JSON-RPC 2.0, without I/O.
        .target(name: "JSONRPC", swiftSettings: settings),
        // Floor 1: what libsystemd offers, as C; loaded when it is needed.
        .systemLibrary(name: "CSystemd", providers: [.apt(["libsystemd-dev"])]),
        // Floor 1: what the linker knows of a program, as C.
        .systemLibrary(name: "CProgram"),
        // Floor 1: sockets by name, readiness, watchdog, journal.
        .target(
            name: "Systemd",
            dependencies: ["CSystemd", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        // Floor 1: the configuration's files, and what is wrong with them.
        .target(
            name: "SessionRequestConfiguration", dependencies: ["SessionRequestModel", "Yams"], swiftSettings: settings),
        // Floor 1: languages and what people read in them.
        .target(name: "SessionRequestText", swiftSettings: settings),
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
                "SessionRequestModel", "SessionRequestConfiguration", "SessionRequestStore", "SessionRequestService",
                "SessionRequestWire", "JSONRPC", "Systemd", "CProgram",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        // Floor 4: the page behind the links.
        .target(
            name: "SessionRequestPortal",
            dependencies: [
                "SessionRequestClient", "SessionRequestConfiguration", "SessionRequestText", "SessionRequestWire",
                "JSONRPC", "Systemd",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        // Floor 1: mail and HTTP going out, as C.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // Floor 4: what leaves the machine.
        .target(
            name: "SessionRequestCourier",
            dependencies: [
                "SessionRequestClient", "SessionRequestConfiguration", "SessionRequestText", "SessionRequestWire",
                "JSONRPC", "Systemd", "CCurl",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
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
        .executableTarget(
            name: "session-request-portal",
            dependencies: [
                "SessionRequestPortal", "Systemd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "session-request-courier",
            dependencies: [
                "SessionRequestCourier", "Systemd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
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
        .testTarget(name: "SessionRequestTextTests", dependencies: ["SessionRequestText"], swiftSettings: settings),
        .testTarget(
            name: "SessionRequestPortalTests",
            dependencies: [
                "SessionRequestPortal", "SessionRequestConfiguration", "SessionRequestText", "SessionRequestWire",
                "JSONRPC",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SessionRequestCourierTests",
            dependencies: ["SessionRequestCourier", "SessionRequestText", "SessionRequestWire", "JSONRPC"],
            swiftSettings: settings),
        .testTarget(
            name: "SessionRequestServerTests",
            dependencies: [
                "SessionRequestServer", "SessionRequestConfiguration", "SessionRequestService", "SessionRequestModel",
                "Systemd", "JSONRPC",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SessionRequestClientTests", dependencies: ["SessionRequestClient", "session-request"],
            swiftSettings: settings),
    ]
)
