extension Catalog {
    static let portuguese = Catalog(
        .portuguese,
        page: [
            .continueButton: "Continuar"
        ],
        mail: [
            .greeting: "Olá, {name}!",
            .unnamedSender: "Suporte",
            .invitationSubject: "{sender}: convite para uma sessão de suporte",
            .invitationLead: "{sender} quer ajudar você com o seu computador em uma sessão de suporte remoto.",
            .linkRenewedSubject: "Novo link para a sua sessão de suporte",
            .linkRenewedLead: """
            {sender} gerou um novo link para a sua sessão de suporte remoto. O link e o código \
            anteriores não funcionam mais.
            """,
            .rescheduledSubject: "Novo horário da sua sessão de suporte",
            .rescheduledLead: "{sender} mudou o horário da sua sessão de suporte remoto.",
            .unscheduledLead: """
            A sua sessão de suporte remoto com {sender} não tem mais horário marcado. Abra a página \
            quando for melhor para você.
            """,
            .reminderSubject: "Lembrete: a sua sessão de suporte, {when}",
            .reminderLead: "Este é um lembrete da sua sessão de suporte remoto com {sender}.",
            .canceledSubject: "A sua sessão de suporte foi cancelada",
            .canceledLead: """
            {sender} cancelou a sua sessão de suporte remoto. Você não precisa fazer nada; o link não \
            abre mais uma sessão.
            """,
            .canceledByRecipientLead: """
            Você cancelou a sua sessão de suporte remoto, e o link não abre mais uma sessão. Se ainda \
            precisar de ajuda, fale com {sender}.
            """,
            .closedSubject: "A sua sessão de suporte terminou",
            .closedLead: "A sua sessão de suporte remoto com {sender} terminou. Obrigado pelo seu tempo.",
            .feedbackLead: "Como foi? Gostaríamos de saber a sua opinião.",
            .feedbackButton: "Dar a minha opinião",
            .topicLabel: "Assunto",
            .whenLabel: "Quando",
            .codeLabel: "Código",
            .validUntilLabel: "Link válido até",
            .openButton: "Abrir a página de suporte",
            .codeHint: "Você também pode digitar o código {code} em {address}",
            .guidance: """
            A página orienta você passo a passo. Ninguém pode ver nem controlar o seu computador \
            antes de você permitir, e você pode parar a qualquer momento.
            """,
            .warning: """
            Não esperava esta mensagem? Então não faça nada. Nunca informe senhas, PINs ou códigos do \
            banco a ninguém e nunca pague por uma ajuda que não pediu.
            """,
            .footer: "Esta mensagem foi enviada automaticamente em nome de {sender}.",
            .calendarTitle: "Suporte remoto: {sender}",
            .smsInvitation: "{sender} oferece suporte remoto a você. Abra {link}",
            .smsLinkRenewed: "{sender}: o seu novo link de suporte: {link}",
            .smsRescheduled: "{sender}: a sua sessão de suporte agora é em {when}. {link}",
            .smsReminder: "{sender}: a sua sessão de suporte é em {when}. {link}",
            .smsCanceled: "{sender}: a sua sessão de suporte foi cancelada.",
            .smsLink: "Suporte remoto: {link}",
        ])
}
