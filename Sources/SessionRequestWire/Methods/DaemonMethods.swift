public import JSONRPC

/// Methods `daemon.*`.
public enum DaemonMethods {}

extension DaemonMethods {
    /// What runs here.
    public enum Info: RPCMethod {
        /// `daemon.info`
        public static var name: String { "daemon.info" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// The program.
            public var name: String
            /// Its version.
            public var version: String
            /// What it speaks; the member `protocol`.
            public var api: WireAPIVersion
            /// Made with the database; in front of every cursor.
            public var epoch: String
            /// RFC 3339.
            public var startedAt: String
            /// The process.
            public var pid: Int64
            /// Where links lead.
            public var portal: String
            /// Names to bounds.
            public var limits: [String: Int64]
            /// The schemes that can be launched.
            public var connectors: [String]
            /// What it can do beyond the version.
            public var features: [String]
            /// What leaves the machine.
            public var delivery: WireDeliveryWays

            /// Just these members.
            public init(
                name: String, version: String, api: WireAPIVersion, epoch: String, startedAt: String, pid: Int64,
                portal: String, limits: [String: Int64], connectors: [String], features: [String],
                delivery: WireDeliveryWays
            ) {
                self.name = name
                self.version = version
                self.api = api
                self.epoch = epoch
                self.startedAt = startedAt
                self.pid = pid
                self.portal = portal
                self.limits = limits
                self.connectors = connectors
                self.features = features
                self.delivery = delivery
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                name = try reader.required("name")
                version = try reader.required("version")
                api = try reader.required("protocol")
                epoch = try reader.required("epoch")
                startedAt = try reader.required("startedAt")
                pid = try reader.required("pid")
                portal = try reader.required("portal")
                limits = try reader.required("limits")
                connectors = try reader.required("connectors")
                features = try reader.required("features")
                delivery =
                    try reader.optional("delivery") ?? WireDeliveryWays(email: false, sms: false, webhooks: 0)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("name", name)
                writer.member("version", version)
                writer.member("protocol", api)
                writer.member("epoch", epoch)
                writer.member("startedAt", startedAt)
                writer.member("pid", pid)
                writer.member("portal", portal)
                writer.member("limits", limits)
                writer.member("connectors", connectors)
                writer.member("features", features)
                writer.member("delivery", delivery)
                writer.endObject()
            }
        }
    }

    /// Whether all is well.
    public enum Health: RPCMethod {
        /// `daemon.health`
        public static var name: String { "daemon.health" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// `ok` or `degraded`.
            public var status: String
            /// What was looked at.
            public var checks: [WireHealthCheck]

            /// Just these members.
            public init(status: String, checks: [WireHealthCheck]) {
                self.status = status
                self.checks = checks
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                status = try reader.required("status")
                checks = try reader.required("checks")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("status", status)
                writer.member("checks", checks)
                writer.endObject()
            }
        }
    }

    /// Figures for a monitoring system.
    public enum Metrics: RPCMethod {
        /// `daemon.metrics`
        public static var name: String { "daemon.metrics" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// OpenMetrics text.
            public var openMetrics: String

            /// Just these members.
            public init(openMetrics: String) {
                self.openMetrics = openMetrics
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                openMetrics = try reader.required("openMetrics")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("openMetrics", openMetrics)
                writer.endObject()
            }
        }
    }

    /// Who the caller is.
    public enum WhoAmI: RPCMethod {
        /// `daemon.whoami`
        public static var name: String { "daemon.whoami" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// The kernel's user number.
            public var uid: Int64
            /// The account's name.
            public var user: String
            /// Unix groups.
            public var groups: [String]
            /// What the configuration makes of them.
            public var roles: [String]

            /// Just these members.
            public init(uid: Int64, user: String, groups: [String], roles: [String]) {
                self.uid = uid
                self.user = user
                self.groups = groups
                self.roles = roles
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                uid = try reader.required("uid")
                user = try reader.required("user")
                groups = try reader.required("groups")
                roles = try reader.required("roles")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("uid", uid)
                writer.member("user", user)
                writer.member("groups", groups)
                writer.member("roles", roles)
                writer.endObject()
            }
        }
    }
}
