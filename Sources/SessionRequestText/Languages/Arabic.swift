extension Catalog {
    static let arabic = Catalog(
        .arabic,
        page: [
            .continueButton: "متابعة"
        ],
        mail: [
            .greeting: "مرحبًا {name}،",
            .unnamedSender: "فريق الدعم",
            .invitationSubject: "دعوة إلى جلسة دعم من {sender}",
            .invitationLead: "دعوة من {sender} إلى جلسة دعم عن بُعد لمساعدتك في استخدام حاسوبك.",
            .linkRenewedSubject: "رابط جديد لجلسة الدعم الخاصة بك",
            .linkRenewedLead: """
            تم إنشاء رابط جديد لجلسة الدعم عن بُعد مع {sender}. لم يعد الرابط والرمز السابقان صالحين.
            """,
            .rescheduledSubject: "موعد جديد لجلسة الدعم الخاصة بك",
            .rescheduledLead: "تم تغيير موعد جلسة الدعم عن بُعد مع {sender}.",
            .unscheduledLead: "لم يعد لجلسة الدعم عن بُعد مع {sender} موعد محدد. افتح الصفحة في الوقت الذي يناسبك.",
            .reminderSubject: "تذكير: جلسة الدعم الخاصة بك، {when}",
            .reminderLead: "نذكّرك بموعد جلسة الدعم عن بُعد مع {sender}.",
            .canceledSubject: "تم إلغاء جلسة الدعم الخاصة بك",
            .canceledLead: """
            تم إلغاء جلسة الدعم عن بُعد مع {sender}. لا يلزمك القيام بأي شيء، ولم يعد الرابط يفتح أي \
            جلسة.
            """,
            .canceledByRecipientLead: """
            لقد ألغيت جلسة الدعم عن بُعد، ولم يعد الرابط يفتح أي جلسة. إذا كنت لا تزال بحاجة إلى \
            المساعدة، فيُرجى التواصل مع {sender}.
            """,
            .closedSubject: "انتهت جلسة الدعم الخاصة بك",
            .closedLead: "انتهت جلسة الدعم عن بُعد مع {sender}. شكرًا لك على وقتك.",
            .feedbackLead: "كيف كانت التجربة؟ يسعدنا أن نعرف رأيك.",
            .feedbackButton: "أرسل رأيك",
            .topicLabel: "الموضوع",
            .whenLabel: "الموعد",
            .codeLabel: "الرمز",
            .validUntilLabel: "الرابط صالح حتى",
            .openButton: "افتح صفحة الدعم",
            .codeHint: "يمكنك أيضًا إدخال الرمز {code} في الصفحة {address}",
            .guidance: """
            ترشدك الصفحة خطوة بخطوة. لا يستطيع أحد رؤية حاسوبك أو التحكم فيه قبل أن تسمح بذلك، ويمكنك \
            التوقف في أي وقت.
            """,
            .warning: """
            لم تكن تتوقع هذه الرسالة؟ إذًا لا تفعل شيئًا. لا تُعطِ أحدًا أبدًا كلمة مرور أو رقمًا \
            سريًا أو رمزًا مصرفيًا، ولا تدفع أبدًا مقابل مساعدة لم تطلبها.
            """,
            .footer: "أُرسلت هذه الرسالة تلقائيًا بالنيابة عن {sender}.",
            .calendarTitle: "دعم عن بُعد: {sender}",
            .smsInvitation: "دعوة إلى دعم عن بُعد من {sender}: {link}",
            .smsLinkRenewed: "رابط الدعم الجديد من {sender}: {link}",
            .smsRescheduled: "{sender}: موعد الدعم الجديد {when} {link}",
            .smsReminder: "{sender}: موعد الدعم {when} {link}",
            .smsCanceled: "{sender}: تم إلغاء جلسة الدعم.",
            .smsLink: "دعم عن بُعد: {link}",
        ])
}
