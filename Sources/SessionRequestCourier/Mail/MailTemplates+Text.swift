extension MailTemplates {
    /// The plain alternative: `mail.text.mustache`.
    static let text = #"""
        {{greeting}}

        {{lead}}
        {{#hasFacts}}

        {{#facts}}
        {{label}}: {{value}}
        {{/facts}}
        {{/hasFacts}}
        {{#question}}

        {{question}}
        {{/question}}
        {{#button}}

        {{label}}:
        {{url}}
        {{/button}}
        {{#codeHint}}

        {{codeHint}}
        {{/codeHint}}
        {{#guidance}}

        {{guidance}}
        {{/guidance}}
        {{#warning}}

        {{warning}}
        {{/warning}}

        {{footer}}

        """#
}
