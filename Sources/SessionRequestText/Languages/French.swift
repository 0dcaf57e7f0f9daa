extension Catalog {
    static let french = Catalog(
        .french,
        page: [
            .pageTitle: "Assistance à distance",
            .stepOf: "Étape {number} sur {total}",
            .someAgent: "L’assistance",
            .supportHeading: "Une question ?",
            .supportPhone: "Téléphone",
            .supportEmail: "E-mail",
            .supportWebsite: "Site web",
            .cookieNote: "Cette page ne vous suit pas. Son seul cookie protège ses boutons contre les abus.",
            .connectionLost: "La connexion à cette page est perdue. Elle est en cours de rétablissement.",
            .connectionBack: "La connexion à cette page est rétablie.",
            .tryAgain: "Réessayer",
            .optional: "facultatif",
            .invitationHeading: "Assistance à distance pour {name}",
            .introAgentOrganization:
                "{agent}, de {organization}, souhaite vous aider sur votre ordinateur par internet.",
            .introAgent: "{agent} souhaite vous aider sur votre ordinateur par internet.",
            .introOrganization:
                "L’équipe d’assistance de {organization} souhaite vous aider sur votre ordinateur par internet.",
            .introNobody: "Une personne de l’assistance souhaite vous aider sur votre ordinateur par internet.",
            .factSubject: "Objet",
            .factAgent: "Qui vous aide",
            .factOrganization: "Organisation",
            .factWhen: "Quand",
            .factWhenHere: "Dans votre fuseau horaire",
            .factUntil: "Ce lien est valable jusqu’au",
            .plannedFor: "Votre session est prévue pour le {moment}. Vous pouvez vous préparer avant.",
            .allowingHeading: "Ce que vous autorisez",
            .allowingSees:
                "On voit votre écran et on peut utiliser votre souris et votre clavier pendant que vous regardez.",
            .allowingDecides:
                "Rien ne se passe avant que vous n’appuyiez sur « Autoriser l’accès », et vous pouvez arrêter à tout moment.",
            .allowingPrepare: "Fermez tout ce que personne d’autre ne doit voir.",
            .warningHeading: "Protégez-vous contre la fraude",
            .warningUnasked:
                "Quelqu’un vous a appelé ou écrit sans que vous le demandiez pour vous envoyer ici ? Alors arrêtez maintenant.",
            .warningMoney:
                "Ne payez jamais rien et n’achetez jamais de bons d’achat parce qu’on vous le demande pendant une telle session.",
            .warningSecrets:
                "Ne lisez jamais à voix haute de mots de passe, de codes bancaires ni de numéros de carte, et n’ouvrez pas votre compte bancaire pendant ce temps.",
            .continueHint: "« Continuer » indique que vous êtes là. Personne ne peut encore voir votre écran.",
            .continueButton: "Continuer",
            .joinHeading: "Préparez-vous",
            .joinIntro: "Il faut un programme de bureau à distance sur l’ordinateur à dépanner, et son adresse.",
            .startHeading: "Lancer le programme",
            .startOne: "Lancez l’un de ces programmes",
            .openJoinProgram: "Ouvrir Session Request Join",
            .openJoinProgramHint: "S’il est installé sur cet ordinateur, il fait le reste.",
            .downloadFor: "Télécharger {client} pour {platform}",
            .downloadOthers: "Pour d’autres systèmes",
            .downloadChecksum: "Somme de contrôle SHA-256",
            .openInstalled: "Ouvrir {client}, s’il est installé",
            .minimumVersion: "Version {version} ou plus récente",
            .startByHand: "Lancez {client} sur cet ordinateur.",
            .reportsItself:
                "Certains programmes communiquent leur adresse d’eux-mêmes. Cette page continue alors sans vous.",
            .programLabel: "Programme",
            .addressLabel: "Adresse affichée par le programme",
            .addressHintAnyDesk: "AnyDesk : neuf ou dix chiffres, ou un nom comme ana@ad",
            .addressHintRustDesk: "RustDesk : l’identifiant, par exemple 123456789",
            .addressHintHost: "{client} : le nom ou l’adresse IP de l’ordinateur, par exemple pc.example.com:5900",
            .addressHintOther: "{client} : telle que le programme l’affiche",
            .addressInvalid:
                "L’assistance n’accepte pas cette adresse. Veuillez la comparer avec ce que le programme affiche.",
            .addressMissing: "Veuillez saisir l’adresse affichée par le programme.",
            .noWayToJoin: "Cette page ne permet pas de participer. Veuillez contacter l’assistance.",
            .allowHeading: "Autoriser l’accès",
            .allowMeaning:
                "{agent} pourra alors voir et commander cet ordinateur jusqu’à ce que vous arrêtiez ou que la session se termine.",
            .allowButton: "Autoriser l’accès",
            .denyButton: "Refuser",
            .askedHeading: "{agent} demande l’accès maintenant",
            .askedIntro: "On est là et on attend votre réponse.",
            .readyHeading: "Merci. La connexion peut maintenant être établie",
            .readyIntro:
                "{agent} se connectera bientôt. Laissez le programme ouvert et restez devant votre ordinateur.",
            .queuePosition: "Votre place dans la file d’attente : {position}",
            .changesByItself: "Cette page se met à jour d’elle-même.",
            .looksAgain: "Cette page vérifie toutes les {seconds} secondes.",
            .lookAgain: "Voir si quelque chose a changé",
            .revokeButton: "Retirer l’autorisation",
            .connectedHeading: "{agent} est connecté à votre ordinateur",
            .connectedIntro: "Regardez ce qui est fait et posez des questions si vous ne comprenez pas.",
            .connectedStop:
                "Pour arrêter tout de suite, fermez le programme de bureau à distance. Appuyez ensuite sur le bouton ci-dessous, pour que personne ne se reconnecte.",
            .closedHeading: "Cette session est fermée",
            .closedIntro:
                "Plus personne ne peut s’en servir pour se connecter. Vous pouvez fermer le programme de bureau à distance.",
            .expiredHeading: "Ce lien a expiré",
            .expiredIntro: "Il était valable jusqu’au {moment}.",
            .againHeading: "Avez-vous encore besoin d’aide ?",
            .againIntro: "Demandez à l’assistance un nouveau lien, ou de rouvrir cette demande.",
            .againLive: "Vous pouvez laisser cette page ouverte : elle l’indiquera.",
            .againCode: "J’ai un nouveau code",
            .feedbackHeading: "Comment cela s’est-il passé ?",
            .feedbackRating: "Votre note",
            .rating1: "Très mal",
            .rating2: "Mal",
            .rating3: "Moyen",
            .rating4: "Bien",
            .rating5: "Très bien",
            .feedbackComment: "Que devrions-nous savoir ?",
            .feedbackButton: "Envoyer la note",
            .feedbackMissing: "Veuillez choisir l’une des cinq notes.",
            .feedbackThanks: "Merci pour votre note.",
            .cancelSummary: "Je n’en ai plus besoin",
            .cancelMeaning: "La demande est alors fermée, et personne ne peut s’en servir pour se connecter.",
            .cancelButton: "Annuler la demande",
            .noticeDenied:
                "Vous avez refusé, personne ne peut se connecter. Vous pouvez encore autoriser l’accès ou annuler la demande.",
            .noticeRevoked:
                "L’autorisation est retirée. Personne ne peut se connecter tant que vous ne l’accordez pas de nouveau.",
            .noticeCanceled: "Vous avez annulé la demande.",
            .noticeAsked:
                "Votre demande est arrivée. Gardez cette page ouverte, ou conservez son adresse : elle vous permet de revenir.",
            .noticeStale:
                "Cette page est restée ouverte trop longtemps, votre dernière action n’a donc pas été prise en compte. Veuillez recommencer.",
            .noticeChanged:
                "La situation a changé entre-temps, votre dernière action n’a donc pas été prise en compte. Voici où l’on en est.",
            .linkInvalidHeading: "Ce lien ne fonctionne pas",
            .linkInvalidIntro:
                "Il en manque peut-être une partie. Ouvrez-le à nouveau depuis le message reçu, ou saisissez votre code.",
            .linkReplacedHeading: "Il existe un lien plus récent",
            .linkReplacedIntro: "Celui-ci a été remplacé. Veuillez utiliser le dernier message que vous avez reçu.",
            .notFoundHeading: "Cette page n’existe pas",
            .notFoundIntro: "Veuillez vérifier l’adresse, ou saisissez votre code.",
            .unavailableHeading: "L’assistance est injoignable pour le moment",
            .unavailableIntro: "Rien n’est perdu. Cette page réessaie d’elle-même dans un instant.",
            .tooManyHeading: "Trop de tentatives",
            .tooManyIntro: "Veuillez réessayer dans {minutes} min.",
            .failedHeading: "Cela n’a pas fonctionné",
            .failedIntro: "Ce qui a été envoyé n’a pas été compris. Veuillez revenir en arrière et réessayer.",
            .codeHeading: "Saisissez votre code",
            .codeIntro: "On vous dicte neuf chiffres.",
            .codeLabel: "Code",
            .codeHint: "Par exemple 123 456 789",
            .codeInvalid:
                "Aucune demande ne correspond à ce code. Veuillez vérifier les chiffres, ou demander un nouveau code.",
            .helpHeading: "Demander de l’aide",
            .helpIntro:
                "Dites qui vous êtes et ce qui ne fonctionne pas. La page suivante vous montre quand quelqu’un est là pour vous.",
            .nameLabel: "Votre nom",
            .nameInvalid: "Veuillez saisir votre nom, 128 caractères au plus.",
            .emailLabel: "E-mail",
            .emailInvalid: "Cette adresse e-mail n’est pas complète.",
            .phoneLabel: "Téléphone",
            .phoneInvalid: "Ce n’est pas un numéro de téléphone.",
            .contactHint: "Indiquez au moins l’un des deux, pour que l’on puisse vous joindre.",
            .contactMissing: "Veuillez indiquer une adresse e-mail ou un numéro de téléphone.",
            .commentsLabel: "Qu’est-ce qui ne fonctionne pas ?",
            .commentsInvalid: "Veuillez écrire 4000 caractères au plus.",
            .helpButton: "Demander de l’aide",
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
