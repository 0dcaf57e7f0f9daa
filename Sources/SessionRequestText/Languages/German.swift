extension Catalog {
    static let german = Catalog(
        .german,
        page: [
            .pageTitle: "Fernhilfe",
            .stepOf: "Schritt {number} von {total}",
            .someAgent: "Der Support",
            .supportHeading: "Haben Sie eine Frage?",
            .supportPhone: "Telefon",
            .supportEmail: "E-Mail",
            .supportWebsite: "Website",
            .cookieNote:
                "Diese Seite verfolgt Sie nicht. Ihr einziges Cookie schützt die Schaltflächen vor Missbrauch.",
            .connectionLost: "Die Verbindung zu dieser Seite ist abgebrochen und wird wiederhergestellt.",
            .connectionBack: "Die Verbindung zu dieser Seite besteht wieder.",
            .tryAgain: "Erneut versuchen",
            .optional: "freiwillig",
            .invitationHeading: "Fernhilfe für {name}",
            .introAgentOrganization:
                "{agent} von {organization} möchte Ihnen über das Internet an Ihrem Computer helfen.",
            .introAgent: "{agent} möchte Ihnen über das Internet an Ihrem Computer helfen.",
            .introOrganization:
                "Das Support-Team von {organization} möchte Ihnen über das Internet an Ihrem Computer helfen.",
            .introNobody: "Jemand vom Support möchte Ihnen über das Internet an Ihrem Computer helfen.",
            .factSubject: "Worum es geht",
            .factAgent: "Wer hilft",
            .factOrganization: "Organisation",
            .factWhen: "Wann",
            .factWhenHere: "In Ihrer Zeitzone",
            .factUntil: "Dieser Link gilt bis",
            .plannedFor: "Ihre Sitzung ist für {moment} geplant. Sie können schon vorher alles vorbereiten.",
            .allowingHeading: "Was Sie erlauben",
            .allowingSees: "Man sieht Ihren Bildschirm und kann Maus und Tastatur bedienen, während Sie zusehen.",
            .allowingDecides:
                "Bevor Sie „Zugriff erlauben“ drücken, geschieht nichts, und Sie können jederzeit abbrechen.",
            .allowingPrepare: "Schließen Sie alles, was sonst niemand sehen soll.",
            .warningHeading: "Schützen Sie sich vor Betrug",
            .warningUnasked:
                "Hat Sie jemand unaufgefordert angerufen oder angeschrieben und hierher geschickt? Dann brechen Sie jetzt ab.",
            .warningMoney:
                "Bezahlen Sie nie etwas und kaufen Sie nie Gutscheine, weil man Sie in einer solchen Sitzung darum bittet.",
            .warningSecrets:
                "Lesen Sie nie Passwörter, TANs oder Kartennummern vor, und öffnen Sie währenddessen kein Bankkonto.",
            .continueHint: "„Weiter“ teilt mit, dass Sie da sind. Ihren Bildschirm kann noch niemand sehen.",
            .continueButton: "Weiter",
            .joinHeading: "Vorbereiten",
            .joinIntro:
                "Gebraucht werden ein Fernwartungsprogramm auf dem Computer, um den es geht, und seine Adresse.",
            .startHeading: "Programm starten",
            .startOne: "Starten Sie eines dieser Programme",
            .openJoinProgram: "Session Request Join öffnen",
            .openJoinProgramHint: "Wenn es auf diesem Computer installiert ist, erledigt es alles Weitere.",
            .downloadFor: "{client} für {platform} herunterladen",
            .downloadOthers: "Für andere Systeme",
            .downloadChecksum: "SHA-256-Prüfsumme",
            .openInstalled: "{client} öffnen, falls installiert",
            .minimumVersion: "Version {version} oder neuer",
            .startByHand: "Starten Sie {client} auf diesem Computer.",
            .reportsItself: "Manche Programme melden ihre Adresse selbst. Dann geht es hier ohne Ihr Zutun weiter.",
            .programLabel: "Programm",
            .addressLabel: "Adresse, die das Programm anzeigt",
            .addressHintAnyDesk: "AnyDesk: neun oder zehn Ziffern oder ein Name wie ana@ad",
            .addressHintRustDesk: "RustDesk: die ID, zum Beispiel 123456789",
            .addressHintHost: "{client}: Name oder IP-Adresse des Computers, zum Beispiel pc.example.com:5900",
            .addressHintOther: "{client}: so, wie das Programm sie anzeigt",
            .addressInvalid:
                "Diese Adresse nimmt der Support nicht an. Bitte vergleichen Sie sie mit der Anzeige im Programm.",
            .addressMissing: "Bitte geben Sie die Adresse ein, die das Programm anzeigt.",
            .noWayToJoin: "Von dieser Seite aus ist keine Teilnahme möglich. Bitte wenden Sie sich an den Support.",
            .allowHeading: "Zugriff erlauben",
            .allowMeaning:
                "{agent} kann diesen Computer dann sehen und steuern, bis Sie abbrechen oder die Sitzung endet.",
            .allowButton: "Zugriff erlauben",
            .denyButton: "Ablehnen",
            .askedHeading: "{agent} bittet jetzt um Zugriff",
            .askedIntro: "Auf der anderen Seite ist jemand da und wartet auf Ihre Antwort.",
            .readyHeading: "Danke. Die Verbindung kann jetzt aufgebaut werden",
            .readyIntro: "{agent} verbindet sich bald. Lassen Sie das Programm offen und bleiben Sie am Computer.",
            .queuePosition: "Ihr Platz in der Warteschlange: {position}",
            .changesByItself: "Diese Seite aktualisiert sich von selbst.",
            .looksAgain: "Diese Seite sieht alle {seconds} Sekunden nach.",
            .lookAgain: "Nachsehen, ob sich etwas geändert hat",
            .revokeButton: "Erlaubnis zurücknehmen",
            .connectedHeading: "{agent} ist verbunden",
            .connectedIntro: "Sehen Sie zu, was geschieht, und fragen Sie, wenn Sie etwas nicht verstehen.",
            .connectedStop:
                "Um sofort abzubrechen, schließen Sie das Fernwartungsprogramm. Drücken Sie dann die Schaltfläche unten, damit sich niemand erneut verbindet.",
            .closedHeading: "Diese Sitzung ist beendet",
            .closedIntro: "Damit kann sich niemand mehr verbinden. Sie können das Fernwartungsprogramm schließen.",
            .expiredHeading: "Dieser Link ist abgelaufen",
            .expiredIntro: "Er galt bis {moment}.",
            .againHeading: "Brauchen Sie noch Hilfe?",
            .againIntro: "Bitten Sie den Support um einen neuen Link oder darum, diese Anfrage wieder zu öffnen.",
            .againLive: "Sie können diese Seite offen lassen: Sie zeigt es an.",
            .againCode: "Ich habe einen neuen Code",
            .feedbackHeading: "Wie war es?",
            .feedbackRating: "Ihre Bewertung",
            .rating1: "Sehr schlecht",
            .rating2: "Schlecht",
            .rating3: "Mittel",
            .rating4: "Gut",
            .rating5: "Sehr gut",
            .feedbackComment: "Was sollten wir wissen?",
            .feedbackButton: "Bewertung senden",
            .feedbackMissing: "Bitte wählen Sie eine der fünf Bewertungen.",
            .feedbackThanks: "Danke für Ihre Bewertung.",
            .cancelSummary: "Ich brauche das nicht mehr",
            .cancelMeaning: "Die Anfrage wird dann geschlossen, und niemand kann sich damit verbinden.",
            .cancelButton: "Anfrage abbrechen",
            .noticeDenied:
                "Sie haben abgelehnt, niemand kann sich verbinden. Sie können den Zugriff noch erlauben oder die Anfrage abbrechen.",
            .noticeRevoked:
                "Die Erlaubnis ist zurückgenommen. Niemand kann sich verbinden, bis Sie es wieder erlauben.",
            .noticeCanceled: "Sie haben die Anfrage abgebrochen.",
            .noticeAsked:
                "Ihre Anfrage ist angekommen. Lassen Sie diese Seite offen oder bewahren Sie ihre Adresse auf: So kommen Sie zurück.",
            .noticeStale:
                "Diese Seite war zu lange offen, deshalb wurde Ihr letzter Druck nicht angenommen. Bitte drücken Sie noch einmal.",
            .noticeChanged:
                "Inzwischen hat sich etwas geändert, deshalb wurde Ihr letzter Druck nicht angenommen. So ist der Stand jetzt.",
            .linkInvalidHeading: "Dieser Link funktioniert nicht",
            .linkInvalidIntro:
                "Vielleicht fehlt ein Teil davon. Öffnen Sie ihn noch einmal aus der Nachricht, oder geben Sie Ihren Code ein.",
            .linkReplacedHeading: "Es gibt einen neueren Link",
            .linkReplacedIntro:
                "Dieser wurde ersetzt. Bitte verwenden Sie die letzte Nachricht, die Sie bekommen haben.",
            .notFoundHeading: "Diese Seite gibt es nicht",
            .notFoundIntro: "Bitte prüfen Sie die Adresse, oder geben Sie Ihren Code ein.",
            .unavailableHeading: "Der Support ist im Moment nicht erreichbar",
            .unavailableIntro: "Es ist nichts verloren. Diese Seite versucht es gleich von selbst noch einmal.",
            .tooManyHeading: "Zu viele Versuche",
            .tooManyIntro: "Bitte versuchen Sie es in {minutes} Min. noch einmal.",
            .failedHeading: "Das hat nicht geklappt",
            .failedIntro:
                "Was gesendet wurde, war nicht zu verstehen. Bitte gehen Sie zurück und versuchen Sie es noch einmal.",
            .codeHeading: "Code eingeben",
            .codeIntro: "Man nennt Ihnen neun Ziffern.",
            .codeLabel: "Code",
            .codeHint: "Zum Beispiel 123 456 789",
            .codeInvalid:
                "Zu diesem Code gibt es keine Anfrage. Bitte prüfen Sie die Ziffern, oder bitten Sie um einen neuen Code.",
            .helpHeading: "Um Hilfe bitten",
            .helpIntro:
                "Sagen Sie, wer Sie sind und was nicht funktioniert. Auf der nächsten Seite sehen Sie, wenn jemand für Sie da ist.",
            .nameLabel: "Ihr Name",
            .nameInvalid: "Bitte geben Sie Ihren Namen ein, höchstens 128 Zeichen.",
            .emailLabel: "E-Mail",
            .emailInvalid: "Das ist keine vollständige E-Mail-Adresse.",
            .phoneLabel: "Telefon",
            .phoneInvalid: "Das ist keine Telefonnummer.",
            .contactHint: "Geben Sie mindestens eines von beiden an, damit Sie erreichbar sind.",
            .contactMissing: "Bitte geben Sie eine E-Mail-Adresse oder eine Telefonnummer an.",
            .commentsLabel: "Was funktioniert nicht?",
            .commentsInvalid: "Bitte schreiben Sie höchstens 4000 Zeichen.",
            .helpButton: "Um Hilfe bitten",
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
