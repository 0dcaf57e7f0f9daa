extension Catalog {
    static let polish = Catalog(
        .polish,
        page: [
            .continueButton: "Dalej"
        ],
        mail: [
            .greeting: "Dzień dobry, {name}!",
            .unnamedSender: "Zespół wsparcia",
            .invitationSubject: "{sender} zaprasza na sesję pomocy zdalnej",
            .invitationLead: "{sender} chce pomóc Państwu przy komputerze podczas sesji pomocy zdalnej.",
            .linkRenewedSubject: "Nowy link do sesji pomocy zdalnej",
            .linkRenewedLead: """
            Utworzono nowy link do sesji pomocy zdalnej ({sender}). Poprzedni link i kod już nie \
            działają.
            """,
            .rescheduledSubject: "Nowy termin sesji pomocy zdalnej",
            .rescheduledLead: "Termin sesji pomocy zdalnej ({sender}) został zmieniony.",
            .unscheduledLead: """
            Sesja pomocy zdalnej ({sender}) nie ma już ustalonego terminu. Stronę można otworzyć w \
            dowolnej chwili.
            """,
            .reminderSubject: "Przypomnienie: sesja pomocy zdalnej, {when}",
            .reminderLead: "Przypominamy o sesji pomocy zdalnej ({sender}).",
            .canceledSubject: "Sesja pomocy zdalnej została odwołana",
            .canceledLead: """
            Sesja pomocy zdalnej ({sender}) została odwołana. Nie trzeba nic robić; link nie otwiera \
            już sesji.
            """,
            .canceledByRecipientLead: """
            Sesja pomocy zdalnej została odwołana na Państwa życzenie; link nie otwiera już sesji. \
            Jeśli pomoc jest nadal potrzebna, prosimy o kontakt: {sender}.
            """,
            .closedSubject: "Sesja pomocy zdalnej została zakończona",
            .closedLead: "Sesja pomocy zdalnej ({sender}) została zakończona. Dziękujemy za poświęcony czas.",
            .feedbackLead: "Jak poszło? Chętnie poznamy Państwa opinię.",
            .feedbackButton: "Przekaż opinię",
            .topicLabel: "Temat",
            .whenLabel: "Termin",
            .codeLabel: "Kod",
            .validUntilLabel: "Link ważny do",
            .openButton: "Otwórz stronę pomocy",
            .codeHint: "Można też wpisać kod {code} na stronie {address}",
            .guidance: """
            Strona prowadzi krok po kroku. Nikt nie zobaczy komputera ani nie przejmie nad nim \
            kontroli bez Państwa zgody, a sesję można przerwać w każdej chwili.
            """,
            .warning: """
            Ta wiadomość jest niespodziewana? W takim razie nie trzeba nic robić. Nigdy nie należy \
            podawać nikomu haseł, kodów PIN ani kodów bankowych ani płacić za pomoc, o którą się nie \
            prosiło.
            """,
            .footer: "Ta wiadomość została wysłana automatycznie. Nadawca: {sender}.",
            .calendarTitle: "Pomoc zdalna: {sender}",
            .smsInvitation: "{sender} zaprasza na sesję pomocy zdalnej. Link: {link}",
            .smsLinkRenewed: "{sender}: nowy link do sesji pomocy: {link}",
            .smsRescheduled: "{sender}: nowy termin sesji pomocy: {when}. {link}",
            .smsReminder: "{sender}: sesja pomocy: {when}. {link}",
            .smsCanceled: "{sender}: sesja pomocy zdalnej została odwołana.",
            .smsLink: "Pomoc zdalna: {link}",
        ])
}
