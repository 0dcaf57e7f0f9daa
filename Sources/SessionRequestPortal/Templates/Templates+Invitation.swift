extension Templates {
    /// The first page: who asks, what for, and what it means.
    static let invitation = #"""
        <p class="intro">{{intro}}</p>
        {{#planned}}
        <p>{{.}}</p>
        {{/planned}}
        <section class="card">
        {{>facts}}
        </section>
        <section class="card" aria-labelledby="allowing">
        <h2 id="allowing">{{t.allowingHeading}}</h2>
        <ul>
        <li>{{t.allowingSees}}</li>
        <li>{{t.allowingDecides}}</li>
        <li>{{t.allowingPrepare}}</li>
        </ul>
        </section>
        {{>warning}}
        {{#paths.open}}
        <form method="post" action="{{.}}" class="act">
        {{>token}}
        <button class="primary">{{t.continueButton}}</button>
        <p class="hint">{{t.continueHint}}</p>
        </form>
        {{/paths.open}}
        {{>cancel}}
        """#
}
