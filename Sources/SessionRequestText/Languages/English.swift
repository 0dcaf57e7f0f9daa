extension Catalog {
    static let english = Catalog(
        .english,
        page: [
            .continueButton: "Continue"
        ],
        mail: [
            .greeting: "Hello {name},",
            .unnamedSender: "Support",
            .invitationSubject: "{sender} invites you to a support session",
            .invitationLead: "{sender} would like to help you with your computer in a remote support session.",
            .linkRenewedSubject: "New link for your support session",
            .linkRenewedLead: """
            {sender} has made a new link for your remote support session. The earlier link and code \
            no longer work.
            """,
            .rescheduledSubject: "New time for your support session",
            .rescheduledLead: "{sender} has moved your remote support session to another time.",
            .unscheduledLead: """
            Your remote support session with {sender} no longer has a fixed time. Open the page \
            whenever it suits you.
            """,
            .reminderSubject: "Reminder: your support session, {when}",
            .reminderLead: "This is a reminder of your remote support session with {sender}.",
            .canceledSubject: "Your support session was cancelled",
            .canceledLead: """
            {sender} has cancelled your remote support session. There is nothing for you to do; the \
            link no longer opens a session.
            """,
            .canceledByRecipientLead: """
            You have cancelled your remote support session, and the link no longer opens a session. \
            If you still need help, please contact {sender}.
            """,
            .closedSubject: "Your support session has ended",
            .closedLead: "Your remote support session with {sender} has ended. Thank you for your time.",
            .feedbackLead: "How did it go? We would like to hear from you.",
            .feedbackButton: "Give feedback",
            .topicLabel: "Subject",
            .whenLabel: "When",
            .codeLabel: "Code",
            .validUntilLabel: "Link valid until",
            .openButton: "Open the support page",
            .codeHint: "You can also enter the code {code} at {address}",
            .guidance: """
            The page leads you through it. Nobody can see or control your computer before you allow \
            it, and you can stop at any time.
            """,
            .warning: """
            You did not expect this message? Then do nothing. Never tell anyone a password, a PIN or \
            a bank code, and never pay for help that you did not ask for.
            """,
            .footer: "This message was sent automatically on behalf of {sender}.",
            .calendarTitle: "Remote support: {sender}",
            .smsInvitation: "{sender} offers you remote support. Open {link}",
            .smsLinkRenewed: "{sender}: your new support link: {link}",
            .smsRescheduled: "{sender}: your support session is now on {when}. {link}",
            .smsReminder: "{sender}: your support session is on {when}. {link}",
            .smsCanceled: "{sender}: your support session was cancelled.",
            .smsLink: "Remote support: {link}",
        ])
}
