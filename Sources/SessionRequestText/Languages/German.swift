extension Catalog {
    static let german = Catalog(
        .german,
        page: [
            .continueButton: "Weiter"
        ],
        mail: [
            .greeting: "Guten Tag {name},",
            .unnamedSender: "Support-Team",
            .invitationSubject: "{sender} lädt Sie zu einer Support-Sitzung ein",
            .invitationLead: "{sender} möchte Ihnen in einer Fernwartungssitzung an Ihrem Computer helfen.",
            .linkRenewedSubject: "Neuer Link für Ihre Support-Sitzung",
            .linkRenewedLead: """
            {sender} hat einen neuen Link für Ihre Fernwartungssitzung erstellt. Der bisherige Link \
            und der bisherige Code sind nicht mehr gültig.
            """,
            .rescheduledSubject: "Neuer Termin für Ihre Support-Sitzung",
            .rescheduledLead: "{sender} hat Ihre Fernwartungssitzung auf einen anderen Termin verlegt.",
            .unscheduledLead: """
            Ihre Fernwartungssitzung mit {sender} hat keinen festen Termin mehr. Öffnen Sie die \
            Seite, wann immer es Ihnen passt.
            """,
            .reminderSubject: "Erinnerung: Ihre Support-Sitzung, {when}",
            .reminderLead: "Wir erinnern Sie an Ihre Fernwartungssitzung mit {sender}.",
            .canceledSubject: "Ihre Support-Sitzung wurde abgesagt",
            .canceledLead: """
            {sender} hat Ihre Fernwartungssitzung abgesagt. Sie brauchen nichts zu tun; der Link \
            öffnet keine Sitzung mehr.
            """,
            .canceledByRecipientLead: """
            Sie haben Ihre Fernwartungssitzung abgesagt; der Link öffnet keine Sitzung mehr. Wenn Sie \
            weiterhin Hilfe brauchen, wenden Sie sich bitte an {sender}.
            """,
            .closedSubject: "Ihre Support-Sitzung ist beendet",
            .closedLead: "Ihre Fernwartungssitzung mit {sender} ist beendet. Vielen Dank für Ihre Zeit.",
            .feedbackLead: "Wie ist es gelaufen? Wir freuen uns über Ihre Rückmeldung.",
            .feedbackButton: "Rückmeldung geben",
            .topicLabel: "Betreff",
            .whenLabel: "Wann",
            .codeLabel: "Code",
            .validUntilLabel: "Link gültig bis",
            .openButton: "Support-Seite öffnen",
            .codeHint: "Sie können auch den Code {code} eingeben: {address}",
            .guidance: """
            Die Seite führt Sie durch alle Schritte. Niemand kann Ihren Computer sehen oder steuern, \
            bevor Sie es erlauben, und Sie können jederzeit abbrechen.
            """,
            .warning: """
            Sie haben diese Nachricht nicht erwartet? Dann unternehmen Sie nichts. Nennen Sie \
            niemandem ein Passwort, eine PIN oder eine TAN, und bezahlen Sie nie für Hilfe, um die \
            Sie nicht gebeten haben.
            """,
            .footer: "Diese Nachricht wurde automatisch im Auftrag von {sender} versandt.",
            .calendarTitle: "Fernwartung: {sender}",
            .smsInvitation: "{sender} bietet Ihnen Fernhilfe an. Bitte öffnen: {link}",
            .smsLinkRenewed: "{sender}: Ihr neuer Support-Link: {link}",
            .smsRescheduled: "{sender}: Ihre Support-Sitzung ist nun am {when}. {link}",
            .smsReminder: "{sender}: Ihre Support-Sitzung ist am {when}. {link}",
            .smsCanceled: "{sender}: Ihre Support-Sitzung wurde abgesagt.",
            .smsLink: "Fernhilfe: {link}",
        ])
}
