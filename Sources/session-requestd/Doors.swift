internal import ArgumentParser
internal import SessionRequestServer
internal import SessionRequestService
internal import Systemd

/// `door=path` on the command line.
struct DoorOption: ExpressibleByArgument, Sendable {
    let door: Door
    let path: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), let door = Door(rawValue: String(argument[..<equals])) else {
            return nil
        }
        self.door = door
        path = String(argument[argument.index(after: equals)...])
    }

    static var defaultValueDescription: String { "agent=PATH" }
}

enum Doors {
    /// The doors that systemd opened, and those of the command line. Throws when there is none, or one under a name that
    /// this program does not know.
    static func open(_ options: [DoorOption]) throws -> [ListeningDoor] {
        let inherited = try ListenSockets.adopt()
        var doors: [ListeningDoor] = []
        for name in inherited.names {
            guard let door = Door(rawValue: name) else {
                throw ValidationError(
                    "the socket unit's FileDescriptorName \(name) is none of agent, viewer, gateway and courier")
            }
            doors += inherited[name].map { ListeningDoor(door: door, descriptor: $0) }
        }
        for option in options { doors.append(try ListeningDoor.bind(option.door, path: option.path)) }
        guard !doors.isEmpty else {
            throw ValidationError(
                "there is no socket to listen on: give --listen agent=PATH, or start it by its socket unit")
        }
        return doors
    }
}
