extension Catalog {
    static let spanish = Catalog(
        .spanish,
        page: [
            .continueButton: "Continuar"
        ],
        mail: [
            .greeting: "Hola, {name}:",
            .unnamedSender: "Soporte",
            .invitationSubject: "{sender}: invitación a una sesión de soporte",
            .invitationLead: "{sender} quiere ayudarle con su equipo en una sesión de soporte remoto.",
            .linkRenewedSubject: "Nuevo enlace para su sesión de soporte",
            .linkRenewedLead: """
            {sender} ha creado un nuevo enlace para su sesión de soporte remoto. El enlace y el \
            código anteriores ya no funcionan.
            """,
            .rescheduledSubject: "Nueva hora de su sesión de soporte",
            .rescheduledLead: "{sender} ha cambiado la hora de su sesión de soporte remoto.",
            .unscheduledLead: """
            Su sesión de soporte remoto con {sender} ya no tiene una hora fija. Abra la página cuando \
            le venga bien.
            """,
            .reminderSubject: "Recordatorio: su sesión de soporte, {when}",
            .reminderLead: "Le recordamos su sesión de soporte remoto con {sender}.",
            .canceledSubject: "Su sesión de soporte se ha cancelado",
            .canceledLead: """
            {sender} ha cancelado su sesión de soporte remoto. No tiene que hacer nada; el enlace ya \
            no abre ninguna sesión.
            """,
            .canceledByRecipientLead: """
            Ha cancelado su sesión de soporte remoto y el enlace ya no abre ninguna sesión. Si \
            todavía necesita ayuda, póngase en contacto con {sender}.
            """,
            .closedSubject: "Su sesión de soporte ha terminado",
            .closedLead: "Su sesión de soporte remoto con {sender} ha terminado. Gracias por su tiempo.",
            .feedbackLead: "¿Qué tal ha ido? Nos gustaría conocer su opinión.",
            .feedbackButton: "Dar mi opinión",
            .topicLabel: "Asunto",
            .whenLabel: "Cuándo",
            .codeLabel: "Código",
            .validUntilLabel: "Enlace válido hasta",
            .openButton: "Abrir la página de soporte",
            .codeHint: "También puede introducir el código {code} en {address}",
            .guidance: """
            La página le guía paso a paso. Nadie puede ver ni controlar su equipo hasta que usted lo \
            permita, y puede parar en cualquier momento.
            """,
            .warning: """
            ¿No esperaba este mensaje? Entonces no haga nada. No dé nunca a nadie contraseñas, PIN ni \
            códigos del banco, y no pague nunca por una ayuda que no ha pedido.
            """,
            .footer: "Este mensaje se ha enviado automáticamente en nombre de {sender}.",
            .calendarTitle: "Soporte remoto: {sender}",
            .smsInvitation: "{sender} le ofrece soporte remoto. Abra {link}",
            .smsLinkRenewed: "{sender}: su nuevo enlace de soporte: {link}",
            .smsRescheduled: "{sender}: su sesión de soporte es ahora el {when}. {link}",
            .smsReminder: "{sender}: su sesión de soporte es el {when}. {link}",
            .smsCanceled: "{sender}: su sesión de soporte se ha cancelado.",
            .smsLink: "Soporte remoto: {link}",
        ])
}
