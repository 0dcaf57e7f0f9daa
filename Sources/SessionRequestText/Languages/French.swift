extension Catalog {
    static let french = Catalog(
        .french,
        page: [
            .continueButton: "Continuer"
        ],
        mail: [
            .greeting: "Bonjour {name},",
            .unnamedSender: "Assistance",
            .invitationSubject: "{sender} vous invite à une session d’assistance",
            .invitationLead: """
            {sender} souhaite vous aider sur votre ordinateur lors d’une session d’assistance à \
            distance.
            """,
            .linkRenewedSubject: "Nouveau lien pour votre session d’assistance",
            .linkRenewedLead: """
            {sender} a créé un nouveau lien pour votre session d’assistance à distance. Le lien et le \
            code précédents ne fonctionnent plus.
            """,
            .rescheduledSubject: "Nouvel horaire de votre session d’assistance",
            .rescheduledLead: "{sender} a déplacé votre session d’assistance à distance.",
            .unscheduledLead: """
            Votre session d’assistance à distance avec {sender} n’a plus d’horaire fixe. Ouvrez la \
            page quand cela vous convient.
            """,
            .reminderSubject: "Rappel : votre session d’assistance, {when}",
            .reminderLead: "Nous vous rappelons votre session d’assistance à distance avec {sender}.",
            .canceledSubject: "Votre session d’assistance est annulée",
            .canceledLead: """
            {sender} a annulé votre session d’assistance à distance. Vous n’avez rien à faire ; le \
            lien n’ouvre plus de session.
            """,
            .canceledByRecipientLead: """
            Vous avez annulé votre session d’assistance à distance ; le lien n’ouvre plus de session. \
            Si vous avez encore besoin d’aide, contactez {sender}.
            """,
            .closedSubject: "Votre session d’assistance est terminée",
            .closedLead: "Votre session d’assistance à distance avec {sender} est terminée. Merci de votre temps.",
            .feedbackLead: "Comment cela s’est-il passé ? Votre avis nous intéresse.",
            .feedbackButton: "Donner mon avis",
            .topicLabel: "Objet",
            .whenLabel: "Quand",
            .codeLabel: "Code",
            .validUntilLabel: "Lien valable jusqu’au",
            .openButton: "Ouvrir la page d’assistance",
            .codeHint: "Vous pouvez aussi saisir le code {code} sur {address}",
            .guidance: """
            La page vous guide pas à pas. Personne ne peut voir ni contrôler votre ordinateur avant \
            que vous ne l’autorisiez, et vous pouvez arrêter à tout moment.
            """,
            .warning: """
            Vous n’attendiez pas ce message ? Alors ne faites rien. Ne donnez jamais à personne un \
            mot de passe, un code PIN ou un code bancaire, et ne payez jamais pour une aide que vous \
            n’avez pas demandée.
            """,
            .footer: "Ce message a été envoyé automatiquement de la part de {sender}.",
            .calendarTitle: "Assistance à distance : {sender}",
            .smsInvitation: "{sender} vous propose une assistance à distance. Ouvrez {link}",
            .smsLinkRenewed: "{sender} : votre nouveau lien d’assistance : {link}",
            .smsRescheduled: "{sender} : votre session d’assistance est déplacée au {when}. {link}",
            .smsReminder: "{sender} : votre session d’assistance est le {when}. {link}",
            .smsCanceled: "{sender} : votre session d’assistance est annulée.",
            .smsLink: "Assistance à distance : {link}",
        ])
}
