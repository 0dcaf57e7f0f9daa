extension Templates {
    /// What never to do.
    static let warning = #"""
        <section class="card warning" aria-labelledby="warning">
        <h2 id="warning">{{t.warningHeading}}</h2>
        <ul>
        <li><strong>{{t.warningUnasked}}</strong></li>
        <li>{{t.warningMoney}}</li>
        <li>{{t.warningSecrets}}</li>
        </ul>
        </section>
        """#
}
