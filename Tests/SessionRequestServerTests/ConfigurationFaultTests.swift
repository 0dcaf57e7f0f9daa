internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestServer
internal import Testing

@Suite struct ConfigurationFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let faults: [String]

        init(_ text: String, _ faults: String...) {
            self.text = text
            self.faults = faults
        }

        var testDescription: String { text }
    }

    static let sections =
        "organization, portal, roles, policy, connect, clients, connectors, joinMethods, reminders, "
        + "email, sms, webhooks, delivery, retention, budgets, limits, log"

    static let keys = [
        Case("colour: red\n", "1:1: colour is unknown; known here are \(sections)"),
        Case("organisation: x\n", "1:1: organisation is unknown; did you mean organization?"),
        Case("Policy: {}\n", "1:1: Policy is unknown; did you mean policy?"),
        Case("policy:\n  max_denials: 1\n", "2:3: policy.max_denials is unknown; did you mean maxDenials?"),
        Case("roles: {supportAgent: {}}\n", "1:9: roles.supportAgent is unknown; did you mean support_agent?"),
        Case("roles: {wizard: {}}\n", "1:9: roles.wizard is unknown; known here are admin, support_agent, default"),
        Case("roles: {admin: {user: []}}\n", "1:17: roles.admin.user is unknown; did you mean users?"),
        Case("<<: {a: 1}\n", "1:1: << is unknown; known here are \(sections)"),
        Case("\"a\\nb\": 1\n", "1:1: a\u{FFFD}b is unknown; known here are \(sections)"),
        Case(
            "connectors: {vnc: {customClient: x, argv: [x, '{host}']}}\n",
            "1:20: connectors.vnc.customClient is unknown; known here are argv, uri, pattern"),
        Case("? [a]\n: 1\n", "1:3: the configuration must have only texts as keys"),
        Case("policy:\n  maxDenials: 1\n  maxDenials: 2\n", "2:3: policy.maxDenials is given more than once"),
        Case(
            "log: {level: info}\n\"log\": {level: loud}\n'log': {}\n",
            "1:1: log is given more than once", "2:1: log is given more than once"),
        Case("\"\": 1\n\"\": 2\n", "1:1: \"\" is given more than once"),
        Case("!!int 1: x\n1: y\n", "1:1: 1 is unknown; known here are \(sections)", "2:1: 1 is given more than once"),
    ]

    static let shapes = [
        Case("- a\n", "1:1: the configuration must be a mapping, lines of key: value"),
        Case("text\n", "1:1: the configuration must be a mapping, lines of key: value"),
        Case("policy:\n", "1:8: policy must have keys below it, or be left out"),
        Case("policy: 3\n", "1:9: policy must be a mapping, lines of key: value"),
        Case("organization: 42\n", "1:15: organization must be text; put it in quotes: \"42\""),
        Case("organization: true\n", "1:15: organization must be text; put it in quotes: \"true\""),
        Case("organization: [a]\n", "1:15: organization must be text"),
        Case("organization: ~\n", "1:15: organization must be text"),
        Case("organization: !secret x\n", "1:15: organization must not have the tag !secret"),
        Case("policy: {allowedSchemes: anydesk}\n", "1:26: policy.allowedSchemes must be a list, such as [a, b]"),
        Case("policy: {allowPrivateHosts: yes}\n", "1:29: policy.allowPrivateHosts must be true or false"),
        Case("policy: {allowPrivateHosts: \"true\"}\n", "1:29: policy.allowPrivateHosts must be true or false"),
    ]

    static let numbers = [
        "0", "1001", "-1", "many", "3.5", "\"3\"", "010", "0x10", "1_000", "99999999999999999999", "[]",
    ]
    .map { Case("policy:\n  maxDenials: \($0)\n", "2:15: policy.maxDenials must be an integer from 1 to 1000") }

    static let ranges = [
        ("policy", "defaultExpirySeconds", "1", "315360000"), ("policy", "requestAccessIntervalSeconds", "0", "3600"),
        ("retention", "days", "1", "36500"), ("retention", "events", "1000", "1000000000"),
        ("budgets", "wrongCodesPerSourcePerHour", "1", "1000000"), ("budgets", "wrongCodesPerMinute", "1", "1000000"),
        ("budgets", "publicRequestsPerSourcePerHour", "1", "1000000"), ("limits", "connections", "1", "100000"),
        ("limits", "connectionsPerUser", "1", "100000"), ("limits", "subscriptionsPerConnection", "1", "4096"),
        ("limits", "inFlightPerConnection", "1", "65536"), ("limits", "watchesPerConnection", "1", "65536"),
        ("delivery", "maxAttempts", "1", "1000"),
    ].map { section, key, low, high in
        Case(
            "\(section):\n  \(key): -1\n",
            "2:\(key.count + 5): \(section).\(key) must be an integer from \(low) to \(high)")
    }

    static let texts = [
        Case("organization: \"a\\nb\"\n", "1:15: organization must not hold control characters or line breaks"),
        Case("organization: \"\"\n", "1:15: organization must not be empty"),
        Case(
            "organization: \(String(repeating: "x", count: 129))\n",
            "1:15: organization must be at most 128 characters long"),
        Case("portal: {address: \"ftp://x\"}\n", "1:19: portal.address must begin with https:// or http://"),
        Case("portal: {address: https://}\n", "1:19: portal.address must name a host"),
        Case("portal: {address: https:///s}\n", "1:19: portal.address must name a host"),
        Case("portal: {address: https://x/}\n", "1:19: portal.address must not end with /"),
        Case("portal: {address: \"https://x/a b\"}\n", "1:19: portal.address must not hold spaces, ? or #"),
        Case("portal: {address: https://x?a}\n", "1:19: portal.address must not hold spaces, ? or #"),
        Case("roles: {default: admin}\n", "1:18: roles.default must be one of none, support_agent"),
        Case(
            "log: {level: loud}\n",
            "1:14: log.level must be one of trace, debug, info, notice, warning, error, critical"),
        Case(
            "roles: {admin: {users: [root, 1000, root]}}\n",
            "1:31: roles.admin.users[1] must be text; put it in quotes: \"1000\"",
            "1:37: roles.admin.users[2] is there already: root"),
        Case(
            "policy: {allowedSchemes: [VNC, \"a b\", vnc, vnc]}\n",
            "1:27: policy.allowedSchemes[0] must be lower-case letters, digits and -, with a letter first",
            "1:32: policy.allowedSchemes[1] must be lower-case letters, digits and -, with a letter first",
            "1:44: policy.allowedSchemes[3] is there already: vnc"),
        Case(
            "clients:\n  minimumAgentVersion: {anydesk: 9.0, AnyDesk: \"9\", x: nine}\n",
            "2:34: clients.minimumAgentVersion.anydesk must be text; put it in quotes: \"9.0\"",
            "2:39: clients.minimumAgentVersion.AnyDesk must be named in lower case",
            "2:56: clients.minimumAgentVersion.x must be numbers joined by dots, such as 9.0.1"),
    ]

    static let connectors = [
        Case(
            "connectors: {vnc: {uri: \"vnc:{address}\"}}\n",
            "1:19: connectors.vnc must have argv, the program and its arguments"),
        Case("connectors: {vnc: argv}\n", "1:19: connectors.vnc must be a mapping with argv"),
        Case("connectors: {vnc: {argv: []}}\n", "1:26: connectors.vnc.argv must hold 1 to 64 values"),
        Case(
            "connectors: {vnc: {argv: [x]}}\n",
            "1:26: connectors.vnc.argv must have {address}, {host} or {unbracketed} in one of the arguments"),
        Case(
            "connectors: {vnc: {argv: [x, \"{home}\"]}}\n",
            "1:30: connectors.vnc.argv[1] may hold braces only in {address}, {host}, {unbracketed} and {port}"),
        Case(
            "connectors: {vnc: {argv: [x, 5900, \"{host}\"]}}\n",
            "1:30: connectors.vnc.argv[1] must be text; put it in quotes: \"5900\""),
        Case(
            "connectors: {vnc: {argv: [x, \"{host}\"], uri: nothing}}\n",
            "1:46: connectors.vnc.uri must begin with a URI scheme and a colon, such as vnc:"),
        Case(
            "connectors: {vnc: {argv: [x, \"{host}\"], pattern: \"(?=a)\"}}\n",
            "1:50: connectors.vnc.pattern may have only plain groups: (…) and (?:…), no look-around"),
        Case(
            "connectors: {VNC: {argv: [x, \"{host}\"]}}\n",
            "1:14: connectors.VNC must be lower-case letters, digits and -, with a letter first"),
        Case(
            "connectors: {anydesk: {customClient: a/b}}\n",
            "1:38: connectors.anydesk.customClient must be 1 to 32 letters and digits"),
        Case(
            "connectors: {anydesk: {customClient: \(String(repeating: "a", count: 33))}}\n",
            "1:38: connectors.anydesk.customClient must be 1 to 32 letters and digits"),
        Case(
            "connectors: {anydesk: {customClient: desk, argv: [x, '{host}'], uri: 'a:b'}}\n",
            "1:50: connectors.anydesk.argv must not stand beside customClient, which says both argv and uri",
            "1:70: connectors.anydesk.uri must not stand beside customClient, which says both argv and uri"),
        Case(
            "joinMethods:\n- {method: magic, scheme: anydesk}\n- {method: client}\n- 3\n",
            "2:12: joinMethods[0].method must be one of assist, client, manual",
            "3:3: joinMethods[1] must have scheme",
            "4:3: joinMethods[2] must be a mapping with method and scheme"),
    ]

    static let sending = [
        Case("reminders: {minutesBefore: 60}\n", "1:28: reminders.minutesBefore must be a list, such as [a, b]"),
        Case(
            "reminders: {minutesBefore: [0, 5, 5]}\n",
            "1:29: reminders.minutesBefore[0] must be an integer from 1 to 527040",
            "1:35: reminders.minutesBefore[2] is there already: 5"),
        Case(
            "email: {}\n", "1:8: email must have from, the address that mail comes from",
            "1:8: email must have smtp or sendmail, by which mail leaves"),
        Case(
            "email: {from: help, sendmail: sendmail}\n",
            "1:15: email.from must be an address, such as help@example.org or Example Support <help@example.org>",
            "1:31: email.sendmail must be the path of a file, with a slash at its beginning"),
        Case(
            "email: {from: a@b.c, smtp: {host: -x, security: ssl, passwordFile: /p}, sendmail: /s}\n",
            "1:35: email.smtp.host must not begin with -",
            "1:49: email.smtp.security must be one of starttls, tls, none",
            "1:68: email.smtp.passwordFile must not stand without user",
            "1:83: email.sendmail must not stand beside smtp: mail leaves one way"),
        Case("sms: {}\n", "1:6: sms must have command or http, by which text messages leave"),
        Case(
            "sms: {command: [send, \"{number}\"]}\n",
            "1:17: sms.command[0] must be the path of a file, with a slash at its beginning"),
        Case(
            "sms: {command: [/send, \"{number}\"]}\n", "1:16: sms.command must have {text} in one of the arguments"),
        Case(
            "sms: {http: {url: https://x/#a, method: PATCH}}\n",
            "1:19: sms.http.url must not hold spaces or #", "1:41: sms.http.method must be one of POST, PUT, GET"),
        Case("sms: {http: {url: https://x/, body: \"{text}\"}}\n", "1:13: sms.http must have {number} in body or url"),
        Case(
            "webhooks: {CRM: {url: https://x/}}\n",
            "1:12: webhooks.CRM must be a slug of 1 to 64 characters of a-z, 0-9 and -"),
        Case(
            "webhooks: {crm: {queues: [A], includeLinks: 1}}\n",
            "1:17: webhooks.crm must have url, where events are sent",
            "1:27: webhooks.crm.queues[0] must be a slug of 1 to 64 characters of a-z, 0-9 and -",
            "1:45: webhooks.crm.includeLinks must be true or false"),
        Case(
            "webhooks: {crm: x}\n", "1:17: webhooks.crm must be a mapping, lines of key: value",
            "1:17: webhooks.crm must have url, where events are sent"),
        Case(
            "delivery: {firstRetrySeconds: 60, longestRetrySeconds: 5}\n",
            "1:56: delivery.longestRetrySeconds must leave longestRetrySeconds at least as long as firstRetrySeconds"),
    ]

    static let syntax = [
        Case("roles: [\n", "2:1: it is no YAML: did not find expected node content"),
        Case(
            "policy:\n\tmaxDenials: 3\n",
            "2:1: it is no YAML: found character that cannot start any token; indent with spaces, not with tabs"),
        Case(
            "organization: \"unfinished\nlog: {level: info}\nportal: {}\n",
            "4:1: it is no YAML: found unexpected end of stream (while scanning a quoted scalar that begins in line 1)"),
        Case("policy:\n  maxDenials: *three\n", "2:15: it is no YAML: found undefined alias"),
        Case("log: {}\n---\nlog: {}\n", "2:1: it must be one document, but another one begins here"),
        Case("a: x\u{7}\n", "1:5: it must not hold the control character U+0007"),
    ]

    @Test(arguments: [keys, shapes, numbers, ranges, texts, connectors, sending, syntax].flatMap(\.self))
    func aFaultSaysWhereItIsAndWhatWouldBeRight(_ expected: Case) throws {
        let found = try ConfigurationFolder(expected.text).faults()
        #expect(found == expected.faults.map { "cannot use config.yaml:" + $0 })
    }

    @Test func allFaultsAreFoundAtOnceEachOnALine() throws {
        let text = Self.texts.first.map(\.text).map { $0 + "policy: {maxDenials: 0}\nlog: {level: x, size: 3}\n" } ?? ""
        let folder = try ConfigurationFolder(text)
        let error = #expect(throws: ConfigurationError.self) { try folder.read() }
        #expect(error?.faults.map { $0.place.line } == [1, 2, 3, 3])
        #expect(error?.description.split(separator: "\n").count == 4)
    }
}
