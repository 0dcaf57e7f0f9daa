extension Catalog {
    static let italian = Catalog(
        .italian,
        page: [
            .continueButton: "Continua"
        ],
        mail: [
            .greeting: "Buongiorno {name},",
            .unnamedSender: "Assistenza",
            .invitationSubject: "{sender}: invito a una sessione di assistenza",
            .invitationLead: "{sender} desidera aiutarLa con il Suo computer in una sessione di assistenza remota.",
            .linkRenewedSubject: "Nuovo link per la Sua sessione di assistenza",
            .linkRenewedLead: """
            {sender} ha creato un nuovo link per la Sua sessione di assistenza remota. Il link e il \
            codice precedenti non funzionano più.
            """,
            .rescheduledSubject: "Nuovo orario della Sua sessione di assistenza",
            .rescheduledLead: "{sender} ha spostato la Sua sessione di assistenza remota.",
            .unscheduledLead: """
            La Sua sessione di assistenza remota con {sender} non ha più un orario fisso. Apra la \
            pagina quando preferisce.
            """,
            .reminderSubject: "Promemoria: la Sua sessione di assistenza, {when}",
            .reminderLead: "Le ricordiamo la Sua sessione di assistenza remota con {sender}.",
            .canceledSubject: "La Sua sessione di assistenza è stata annullata",
            .canceledLead: """
            {sender} ha annullato la Sua sessione di assistenza remota. Non deve fare nulla; il link \
            non apre più alcuna sessione.
            """,
            .canceledByRecipientLead: """
            Ha annullato la Sua sessione di assistenza remota e il link non apre più alcuna sessione. \
            Se ha ancora bisogno di aiuto, contatti {sender}.
            """,
            .closedSubject: "La Sua sessione di assistenza è terminata",
            .closedLead: "La Sua sessione di assistenza remota con {sender} è terminata. Grazie per il Suo tempo.",
            .feedbackLead: "Com’è andata? Ci farebbe piacere conoscere la Sua opinione.",
            .feedbackButton: "Lascia un parere",
            .topicLabel: "Oggetto",
            .whenLabel: "Quando",
            .codeLabel: "Codice",
            .validUntilLabel: "Link valido fino al",
            .openButton: "Apri la pagina di assistenza",
            .codeHint: "Può anche inserire il codice {code} su {address}",
            .guidance: """
            La pagina La guida passo dopo passo. Nessuno può vedere o controllare il Suo computer \
            prima che Lei lo consenta, e può interrompere in qualsiasi momento.
            """,
            .warning: """
            Non si aspettava questo messaggio? Allora non faccia nulla. Non comunichi mai a nessuno \
            password, PIN o codici bancari, e non paghi mai per un aiuto che non ha chiesto.
            """,
            .footer: "Questo messaggio è stato inviato automaticamente per conto di {sender}.",
            .calendarTitle: "Assistenza remota: {sender}",
            .smsInvitation: "{sender} Le offre assistenza remota. Apra {link}",
            .smsLinkRenewed: "{sender}: il Suo nuovo link di assistenza: {link}",
            .smsRescheduled: "{sender}: la Sua sessione di assistenza ora è il {when}. {link}",
            .smsReminder: "{sender}: la Sua sessione di assistenza è il {when}. {link}",
            .smsCanceled: "{sender}: la Sua sessione di assistenza è stata annullata.",
            .smsLink: "Assistenza remota: {link}",
        ])
}
