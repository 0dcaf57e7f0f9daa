extension Templates {
    /// How to reach people.
    static let support = #"""
        {{#support}}
        <section aria-labelledby="support">
        <h2 id="support">{{t.supportHeading}}</h2>
        <ul>
        {{#phone}}
        <li>{{t.supportPhone}}: <a href="tel:{{number}}"><bdi>{{text}}</bdi></a></li>
        {{/phone}}
        {{#email}}
        <li>{{t.supportEmail}}: <a href="mailto:{{.}}"><bdi>{{.}}</bdi></a></li>
        {{/email}}
        {{#website}}
        <li>{{t.supportWebsite}}: <a href="{{.}}" rel="noreferrer"><bdi>{{.}}</bdi></a></li>
        {{/website}}
        </ul>
        </section>
        {{/support}}
        """#
}
