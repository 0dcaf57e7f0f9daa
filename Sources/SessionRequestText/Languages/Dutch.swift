extension Catalog {
    static let dutch = Catalog(
        .dutch,
        page: [
            .continueButton: "Doorgaan"
        ],
        mail: [
            .greeting: "Beste {name},",
            .unnamedSender: "Support",
            .invitationSubject: "{sender} nodigt u uit voor een supportsessie",
            .invitationLead: "{sender} wil u graag op afstand met uw computer helpen.",
            .linkRenewedSubject: "Nieuwe link voor uw supportsessie",
            .linkRenewedLead: """
            {sender} heeft een nieuwe link voor uw supportsessie op afstand gemaakt. De vorige link \
            en code werken niet meer.
            """,
            .rescheduledSubject: "Nieuw tijdstip voor uw supportsessie",
            .rescheduledLead: "{sender} heeft uw supportsessie op afstand naar een ander tijdstip verplaatst.",
            .unscheduledLead: """
            Uw supportsessie op afstand met {sender} heeft geen vast tijdstip meer. Open de pagina \
            wanneer het u schikt.
            """,
            .reminderSubject: "Herinnering: uw supportsessie, {when}",
            .reminderLead: "Dit is een herinnering aan uw supportsessie op afstand met {sender}.",
            .canceledSubject: "Uw supportsessie is geannuleerd",
            .canceledLead: """
            {sender} heeft uw supportsessie op afstand geannuleerd. U hoeft niets te doen; de link \
            opent geen sessie meer.
            """,
            .canceledByRecipientLead: """
            U hebt uw supportsessie op afstand geannuleerd; de link opent geen sessie meer. Hebt u \
            nog hulp nodig, neem dan contact op met {sender}.
            """,
            .closedSubject: "Uw supportsessie is beëindigd",
            .closedLead: "Uw supportsessie op afstand met {sender} is beëindigd. Bedankt voor uw tijd.",
            .feedbackLead: "Hoe is het gegaan? We horen het graag van u.",
            .feedbackButton: "Feedback geven",
            .topicLabel: "Onderwerp",
            .whenLabel: "Wanneer",
            .codeLabel: "Code",
            .validUntilLabel: "Link geldig tot",
            .openButton: "Supportpagina openen",
            .codeHint: "U kunt ook de code {code} invoeren op {address}",
            .guidance: """
            De pagina leidt u er stap voor stap doorheen. Niemand kan uw computer zien of bedienen \
            voordat u dat toestaat, en u kunt op elk moment stoppen.
            """,
            .warning: """
            Had u dit bericht niet verwacht? Doe dan niets. Geef nooit een wachtwoord, pincode of \
            bankcode aan iemand en betaal nooit voor hulp waar u niet om hebt gevraagd.
            """,
            .footer: "Dit bericht is automatisch verzonden namens {sender}.",
            .calendarTitle: "Hulp op afstand: {sender}",
            .smsInvitation: "{sender} biedt u hulp op afstand. Open {link}",
            .smsLinkRenewed: "{sender}: uw nieuwe supportlink: {link}",
            .smsRescheduled: "{sender}: uw supportsessie is nu op {when}. {link}",
            .smsReminder: "{sender}: uw supportsessie is op {when}. {link}",
            .smsCanceled: "{sender}: uw supportsessie is geannuleerd.",
            .smsLink: "Hulp op afstand: {link}",
        ])
}
