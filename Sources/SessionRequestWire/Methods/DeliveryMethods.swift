public import JSONRPC

/// Methods `delivery.*`: what must leave the machine, for the program that sends it.
public enum DeliveryMethods {}

extension DeliveryMethods {
    /// Takes the delivery that has been due for longest. Blocking.
    public enum Next: RPCMethod {
        /// `delivery.next`
        public static var name: String { "delivery.next" }

        /// What it takes.
        public struct Params: WireParams {
            /// `email`, `sms`, `webhook`; nil: all.
            public var kinds: [String]?
            /// Which endpoints' webhooks; nil: all.
            public var endpoints: [String]?
            /// How long it stays the caller's; nil: 120.
            public var leaseSeconds: Double?
            /// How long to wait for one, at most 3600 seconds.
            public var timeout: Double?

            /// Just these members.
            public init(
                kinds: [String]? = nil, endpoints: [String]? = nil, leaseSeconds: Double? = nil, timeout: Double? = nil
            ) {
                self.kinds = kinds
                self.endpoints = endpoints
                self.leaseSeconds = leaseSeconds
                self.timeout = timeout
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                kinds = try reader.list("kinds", atMost: WireLimits.deliveryKinds)
                endpoints = try reader.list("endpoints", atMost: WireLimits.endpoints)
                leaseSeconds = try reader.seconds("leaseSeconds", in: WireLimits.deliveryLease)
                timeout = try reader.seconds("timeout", in: WireLimits.timeout)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("kinds", ifPresent: kinds)
                writer.member("endpoints", ifPresent: endpoints)
                writer.member("leaseSeconds", seconds: leaseSeconds)
                writer.member("timeout", seconds: timeout)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Nil: nothing was due in time.
            public var delivery: WireDueDelivery?

            /// Just these members.
            public init(delivery: WireDueDelivery?) {
                self.delivery = delivery
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                delivery = try reader.optional("delivery")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("delivery", orNull: delivery)
                writer.endObject()
            }
        }
    }

    /// The delivery is done.
    public enum Ack: RPCMethod {
        /// `delivery.ack`
        public static var name: String { "delivery.ack" }

        /// What it takes.
        public struct Params: WireParams {
            /// The delivery's number.
            public var id: Int64

            /// Just these members.
            public init(id: Int64) {
                self.id = id
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Whether it was the caller's to end.
            public var acknowledged: Bool

            /// Just these members.
            public init(acknowledged: Bool) {
                self.acknowledged = acknowledged
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                acknowledged = try reader.required("acknowledged")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("acknowledged", acknowledged)
                writer.endObject()
            }
        }
    }

    /// The attempt failed.
    public enum Fail: RPCMethod {
        /// `delivery.fail`
        public static var name: String { "delivery.fail" }

        /// What it takes.
        public struct Params: WireParams {
            /// The delivery's number.
            public var id: Int64
            /// Why, on one line, for the agent to read.
            public var error: String
            /// False: another attempt is of no use.
            public var retryable: Bool?
            /// Seconds until the next attempt; nil: as the back-off says.
            public var retryAfter: Double?

            /// Just these members.
            public init(id: Int64, error: String, retryable: Bool? = nil, retryAfter: Double? = nil) {
                self.id = id
                self.error = error
                self.retryable = retryable
                self.retryAfter = retryAfter
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                error = try reader.required("error")
                retryable = try reader.optional("retryable")
                retryAfter = try reader.seconds("retryAfter", in: WireLimits.retryAfter)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("error", error)
                writer.member("retryable", ifPresent: retryable)
                writer.member("retryAfter", seconds: retryAfter)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// When the next attempt is due, RFC 3339; nil: it is given up.
            public var retryAt: String?

            /// Just these members.
            public init(retryAt: String?) {
                self.retryAt = retryAt
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                retryAt = try reader.optional("retryAt")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("retryAt", orNull: retryAt)
                writer.endObject()
            }
        }
    }
}
