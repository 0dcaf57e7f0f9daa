extension Templates {
    /// The public page of a queue.
    static let help = #"""
        <p class="intro">{{t.helpIntro}}</p>
        <form method="post" action="{{paths.help}}" class="card">
        {{>token}}
        <p class="field"><label for="name">{{t.nameLabel}}</label>
        <input id="name" name="name" required maxlength="128" autocomplete="name" value="{{values.name}}"{{#faulty.name}} aria-invalid="true" aria-describedby="fault" autofocus{{/faulty.name}}></p>
        <p class="field"><label for="email">{{t.emailLabel}}</label>
        <input id="email" name="email" type="email" dir="ltr" maxlength="254" autocomplete="email" value="{{values.email}}" aria-describedby="contact-hint{{#faulty.email}} fault{{/faulty.email}}"{{#faulty.email}} aria-invalid="true" autofocus{{/faulty.email}}></p>
        <p class="field"><label for="phone">{{t.phoneLabel}}</label>
        <input id="phone" name="phone" type="tel" dir="ltr" maxlength="32" autocomplete="tel" value="{{values.phone}}" aria-describedby="contact-hint{{#faulty.phone}} fault{{/faulty.phone}}"{{#faulty.phone}} aria-invalid="true" autofocus{{/faulty.phone}}></p>
        <p class="hint" id="contact-hint">{{t.contactHint}}</p>
        <p class="field"><label for="comments">{{t.commentsLabel}} <span class="hint">({{t.optional}})</span></label>
        <textarea id="comments" name="comments" rows="5" maxlength="4000"{{#faulty.comments}} aria-invalid="true" aria-describedby="fault" autofocus{{/faulty.comments}}>{{values.comments}}</textarea></p>
        <button class="primary">{{t.helpButton}}</button>
        </form>
        """#
}
