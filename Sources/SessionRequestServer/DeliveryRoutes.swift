internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// The methods of the `delivery` family.
enum DeliveryRoutes {
    static let all: [Route] = [
        .blocking(DeliveryMethods.Next.self, Routes.courier) { connection, params, call in
            let server = connection.server
            let wish = try server.desk.deliveryWish(params)
            // A reminder may be due, or what is over withdraw what waits.
            server.keepClock {
                guard !call.hasEnded else { return }
                server.couriers.next(wish, seconds: params.timeout ?? 0, call, connection)
            }
        },
        .write(DeliveryMethods.Ack.self, Routes.courier) { $0.acknowledge($1, by: $2) },
        .write(DeliveryMethods.Fail.self, Routes.courier) {
            try $0.fail($1, chance: Double.random(in: -1...1), by: $2)
        },
    ]
}
