extension Catalog {
    static let japanese = Catalog(
        .japanese,
        page: [
            .continueButton: "続ける"
        ],
        mail: [
            .greeting: "{name} 様",
            .unnamedSender: "サポート担当",
            .invitationSubject: "{sender}より：リモートサポートのご案内",
            .invitationLead: "{sender}が、リモートサポートでパソコンの操作をお手伝いします。",
            .linkRenewedSubject: "リモートサポートの新しいリンクのお知らせ",
            .linkRenewedLead: "{sender}が、リモートサポートの新しいリンクを発行しました。以前のリンクとコードはお使いいただけません。",
            .rescheduledSubject: "リモートサポートの日時変更のお知らせ",
            .rescheduledLead: "{sender}とのリモートサポートの日時が変更されました。",
            .unscheduledLead: "{sender}とのリモートサポートの日時指定がなくなりました。ご都合のよいときにページを開いてください。",
            .reminderSubject: "リモートサポートのご確認（{when}）",
            .reminderLead: "{sender}とのリモートサポートの日時が近づいてまいりましたので、お知らせいたします。",
            .canceledSubject: "リモートサポートがキャンセルされました",
            .canceledLead: "{sender}とのリモートサポートはキャンセルされました。お客様の操作は必要ありません。リンクからサポートを始めることはできなくなりました。",
            .canceledByRecipientLead: """
            お客様のご希望によりリモートサポートをキャンセルしました。リンクからサポートを始めることはできなくなりました。引き続きサポートが必要な場合は、{sender}までご連絡ください。
            """,
            .closedSubject: "リモートサポートが終了しました",
            .closedLead: "{sender}とのリモートサポートが終了しました。お時間をいただき、ありがとうございました。",
            .feedbackLead: "今回のサポートはいかがでしたか。ご感想をお聞かせください。",
            .feedbackButton: "感想を送る",
            .topicLabel: "件名",
            .whenLabel: "日時",
            .codeLabel: "コード",
            .validUntilLabel: "リンクの有効期限",
            .openButton: "サポートページを開く",
            .codeHint: "次のページでコード {code} を入力することもできます： {address}",
            .guidance: "ページの案内に沿ってお進みください。お客様が許可するまで、パソコンの画面を見たり操作したりすることは誰にもできません。いつでも中止できます。",
            .warning: "お心当たりがない場合は、何もしないでください。パスワード、暗証番号、銀行の認証コードは誰にも教えないでください。また、依頼していないサポートに料金を支払わないでください。",
            .footer: "このメールは{sender}に代わって自動送信されています。",
            .calendarTitle: "リモートサポート：{sender}",
            .smsInvitation: "{sender}よりリモートサポートのご案内 {link}",
            .smsLinkRenewed: "{sender}：新しいリンク {link}",
            .smsRescheduled: "{sender}：日時変更 {when} {link}",
            .smsReminder: "{sender}：リモートサポート {when} {link}",
            .smsCanceled: "{sender}：リモートサポートはキャンセルされました。",
            .smsLink: "リモートサポート {link}",
        ])
}
