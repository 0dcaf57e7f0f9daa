internal import Foundation
internal import Logging
internal import SessionRequestConfiguration
internal import SessionRequestModel
internal import SessionRequestServer
internal import SessionRequestService
internal import Testing

@Suite struct ConfigurationTests {
    @Test func aConfigurationThatNobodyWroteIsTheDefault() throws {
        for text in ["", "# nothing\n", "---\n", "{}", "policy: {}\nlog: {}\n"] {
            let configuration = try ConfigurationFolder(text).read()
            #expect(Facts(configuration) == Facts(Configuration()))
        }
    }

    @Test func whatLeavesTheMachineIsTold() throws {
        let configuration = try ConfigurationFolder(ConfigurationSamples.full).read()
        #expect(configuration.reminders.minutesBefore == [1440, 15])
        let email = try #require(configuration.email)
        #expect(email.from == Mailbox(name: "Câmara de Évora", address: "desk@example.org"))
        #expect(email.replyTo == Mailbox(name: nil, address: "reply@example.org"))
        guard case .smtp(let smtp) = email.transport else { return #expect(Bool(false), "\(email)") }
        #expect(smtp.host == "mail.example.org" && smtp.port == 2525 && smtp.security == .tls)
        #expect(smtp.user == "desk" && smtp.passwordFile == "/etc/desk/password" && smtp.caFile == "/etc/desk/ca.pem")
        guard case .http(let gateway) = configuration.sms else { return #expect(Bool(false)) }
        #expect(gateway.url == "https://sms.example.org/send?to={number}" && gateway.method == .put)
        #expect(gateway.contentType == "text/plain" && gateway.body == "{text}")
        #expect(gateway.tokenFile == "/etc/desk/token" && gateway.caFile == "/etc/desk/ca.pem")
        #expect(configuration.webhooks.map(\.id) == ["crm", "audit"])
        let webhook = try #require(configuration.webhooks.first)
        #expect(webhook.types == [.closed, .queueCreated] && webhook.queues == ["tier-1"] && webhook.includeLinks)
        #expect(webhook.url == "https://crm.example.org/hook" && webhook.secretFile == "/etc/desk/secret")
        #expect(webhook.caFile == "/etc/desk/ca.pem")
        #expect(configuration.webhooks.last?.types == nil && configuration.webhooks.last?.includeLinks == false)
        #expect(configuration.delivery.maxAttempts == 3 && configuration.delivery.longestRetrySeconds == 10)
        let outbox = configuration.desk.outbox
        #expect(outbox.sendsEmail && outbox.sendsSMS && outbox.webhooks.map(\.id) == ["crm", "audit"])
        #expect(outbox.backoff.firstRetrySeconds == 1 && outbox.reminderMinutes == [1440, 15])
    }

    @Test(arguments: [("starttls", 587), ("tls", 465), ("none", 25)])
    func aServerOfMailHasThePortOfItsSecurity(_ security: String, _ port: Int) throws {
        let text = "email: {from: a@example.org, smtp: {host: localhost, security: \(security)}}\n"
        guard case .smtp(let smtp) = try ConfigurationFolder(text).read().email?.transport else {
            return #expect(Bool(false))
        }
        #expect(smtp.port == port)
    }

    @Test func aProgramSendsTextMessagesAndMail() throws {
        let text = "sms: {command: [/bin/send, \"+{number}\", \"{text}\"]}\nemail: {from: a@b.example, sendmail: /s}\n"
        let configuration = try ConfigurationFolder(text).read()
        #expect(configuration.sms == .command(["/bin/send", "+{number}", "{text}"]))
        #expect(configuration.email?.transport == .sendmail(path: "/s"))
    }

    @Test func aFileThatIsNotThereIsTheDefaultUnlessSomebodyNamedIt() throws {
        let folder = try ConfigurationFolder()
        let configuration = try Configuration.read(file: folder.file, isExplicit: false)
        #expect(Facts(configuration) == Facts(Configuration()))
        #expect(folder.faults() == ["cannot use config.yaml: it cannot be read: No such file or directory"])
    }

    @Test func theFolderIsReadWithoutTheFileItLiesOver() throws {
        let folder = try ConfigurationFolder(nil, over: ["1.yaml": "organization: Desk"])
        #expect(try Configuration.read(file: folder.file, isExplicit: false).desk.organization == "Desk")
    }

    @Test func aFileInTheWorkingDirectoryHasItsFolderBesideIt() {
        let missing = "no-such-configuration.yaml"
        #expect(throws: Never.self) { try Configuration.read(file: missing, isExplicit: false) }
    }

    @Test func everyKeyIsHonoured() throws {
        let configuration = try ConfigurationFolder(ConfigurationSamples.full).read()
        let desk = configuration.desk
        #expect(desk.organization == "Câmara de Évora")
        #expect(desk.portal == "https://help.example.org/desk")
        #expect(desk.maxDenials == 7)
        #expect(desk.defaultExpirySeconds == 315_360_000)
        #expect(desk.allowedSchemes == ["ssh", "vnc"])
        #expect(desk.allowPrivateHosts)
        #expect(desk.requestAccessIntervalSeconds == 0)
        #expect(desk.requireClient)
        #expect(desk.minimumAgentVersions == ["anydesk": "9.5"])
        #expect(desk.minimumRecipientVersions == ["rustdesk": "1.3", "vnc": "2"])
        #expect(desk.retentionDays == 30)
        #expect(desk.retentionEvents == 5000)
        #expect(desk.wrongCodesPerSourcePerHour == 5)
        #expect(desk.wrongCodesPerMinute == 12)
        #expect(desk.publicRequestsPerSourcePerHour == 3)
        #expect(configuration.limits.connections == 20)
        #expect(configuration.limits.connectionsPerUser == 8)
        #expect(configuration.limits.subscriptionsPerConnection == 4)
        #expect(configuration.limits.watchesPerConnection == 6)
        #expect(configuration.limits.inFlightPerConnection == 2)
        #expect(configuration.roles.admin?.users == ["root", "1000"])
        #expect(configuration.roles.admin?.groups == ["sudo"])
        #expect(configuration.roles.supportAgent?.users == ["ana"])
        #expect(configuration.roles.supportAgent?.groups == [])
        #expect(configuration.roles.defaultsToSupportAgent)
        #expect(configuration.logLevel == .warning)
    }

    @Test func connectorsTakeThePlaceOfBuiltInOnes() throws {
        let desk = try ConfigurationFolder(ConfigurationSamples.full).read().desk
        let own = try Connector(
            scheme: "vnc", argv: ["/opt/view", "--to", "{host}", "--port={port}"], uri: "desk://{host}")
        #expect(desk.connectors["vnc"] == own)
        #expect(try desk.connectors["anydesk"] == Connector.customAnyDesk(prefix: "desk"))
        #expect(desk.connectors["ssh"] == DeskSettings().connectors["ssh"])
        #expect(Set(desk.connectors.keys) == ["anydesk", "rustdesk", "vnc", "rdp", "ssh", "spice"])
        #expect(desk.addressPatterns.keys.sorted() == ["spice"])
        #expect(desk.addressPatterns["spice"]?.text == "\\d+")
    }

    @Test func waysOfJoiningFillWhatIsLeftOut() throws {
        let desk = try ConfigurationFolder(ConfigurationSamples.full).read().desk
        #expect(
            desk.joinMethods == [
                JoinMethod(method: .assist, scheme: "vnc", pattern: "^x$", minimumVersion: "3.1"),
                JoinMethod(
                    method: .manual, scheme: "ssh", pattern: AddressGrammar(scheme: "ssh").pattern, minimumVersion: nil),
                JoinMethod(
                    method: .client, scheme: "vnc", pattern: AddressGrammar(scheme: "vnc").pattern, minimumVersion: "2"),
            ])
        #expect(try ConfigurationFolder("joinMethods: []").read().desk.joinMethods == [])
    }

    @Test func aRoleThatIsGivenTakesThePlaceOfTheUsualOne() throws {
        let roles = try ConfigurationFolder("roles: {support_agent: {users: []}}").read().roles
        #expect(roles.admin == nil)
        #expect(roles.supportAgent?.users == [] && roles.supportAgent?.groups == [])
        #expect(!roles.defaultsToSupportAgent)
    }

    @Test func anAliasStandsForWhatWasWritten() throws {
        let text = "roles:\n  admin: {users: &us [ana]}\n  support_agent: {users: *us}\n"
        #expect(try ConfigurationFolder(text).read().roles.supportAgent?.users == ["ana"])
    }

    @Test func jsonIsAConfigurationToo() throws {
        let text = #"{"organization": "C\u00e2mara", "policy": {"allowedSchemes": ["vnc"], "maxDenials": 5}}"#
        let desk = try ConfigurationFolder(text).read().desk
        #expect(desk.organization == "Câmara")
        #expect(desk.allowedSchemes == ["vnc"])
        #expect(desk.maxDenials == 5)
    }

    @Test func nothingIsKeptFromOneReadingToTheNext() throws {
        let folder = try ConfigurationFolder("policy: {maxDenials: 9}")
        #expect(try folder.read().desk.maxDenials == 9)
        try folder.write("{}", to: "config.yaml")
        #expect(try folder.read().desk.maxDenials == 3)
    }
}

@Suite struct ConfigurationMergingTests {
    @Test func filesLieOverEachOtherInTheOrderOfTheirNames() throws {
        let folder = try ConfigurationFolder(
            "organization: first",
            over: ["20.yaml": "organization: third", "10.yaml": "organization: second", "9.yaml": "organization: last"])
        #expect(try folder.read().desk.organization == "last")
    }

    @Test func mappingsAreMergedAndAnythingElseIsReplaced() throws {
        let folder = try ConfigurationFolder(
            "policy: {maxDenials: 5, allowedSchemes: [vnc, ssh]}\nclients: {minimumAgentVersion: {a: '1'}}\n",
            over: [
                "1.yaml": "policy: {allowedSchemes: [rdp]}\nclients: {minimumAgentVersion: {b: '2'}}\n",
                "2.yaml": "policy: {allowPrivateHosts: true}\n",
            ])
        let desk = try folder.read().desk
        #expect(desk.maxDenials == 5)
        #expect(desk.allowedSchemes == ["rdp"])
        #expect(desk.allowPrivateHosts)
        #expect(desk.minimumAgentVersions == ["a": "1", "b": "2"])
    }

    @Test(arguments: ["notes.txt", "off.yaml.disabled", ".hidden.yaml", "old.yml", "~"])
    func otherFilesOfTheFolderAreNoPartOfIt(_ name: String) throws {
        let folder = try ConfigurationFolder("organization: Desk", over: [name: "organization: [broken"])
        #expect(try folder.read().desk.organization == "Desk")
    }

    @Test func anEmptyFileChangesNothing() throws {
        let folder = try ConfigurationFolder("organization: Desk", over: ["1.yaml": "", "2.yaml": "---\n# nothing\n"])
        #expect(try folder.read().desk.organization == "Desk")
    }

    @Test func whatIsReplacedNeedNotBeRight() throws {
        let folder = try ConfigurationFolder("policy: {maxDenials: 0}", over: ["1.yaml": "policy: {maxDenials: 1}"])
        #expect(try folder.read().desk.maxDenials == 1)
    }

    @Test func everyFaultNamesItsOwnFile() throws {
        let folder = try ConfigurationFolder(
            "policy:\n  maxDenials: 0\nlog: {level: info}\n",
            over: ["1.yaml": "\n\nlog: {level: loud}\n", "2.yaml": "policy:\n  maxDenial: 2\n"])
        #expect(
            folder.faults() == [
                "cannot use config.yaml:2:15: policy.maxDenials must be an integer from 1 to 1000",
                "cannot use config.d/1.yaml:3:14: log.level must be one of trace, debug, info, notice, warning, error, "
                    + "critical",
                "cannot use config.d/2.yaml:2:3: policy.maxDenial is unknown; did you mean maxDenials?",
            ])
    }

    @Test func everyFileThatIsNoYAMLIsNamed() throws {
        let folder = try ConfigurationFolder("a: [", over: ["1.yaml": "policy: {maxDenials: 0}", "2.yaml": "b: {"])
        #expect(
            folder.faults() == [
                "cannot use config.yaml:1:5: it is no YAML: did not find expected node content",
                "cannot use config.d/2.yaml:1:5: it is no YAML: did not find expected node content",
            ])
    }
}
