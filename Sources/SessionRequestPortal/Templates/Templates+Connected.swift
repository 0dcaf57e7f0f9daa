extension Templates {
    /// The agent is connected.
    static let connected = #"""
        <p class="intro">{{t.connectedIntro}}</p>
        <section class="card">
        {{>facts}}
        </section>
        {{>warning}}
        {{#paths.revoke}}
        <form method="post" action="{{.}}" class="act">
        {{>token}}
        <p>{{t.connectedStop}}</p>
        <button class="danger">{{t.revokeButton}}</button>
        </form>
        {{/paths.revoke}}
        <noscript><p class="hint">{{looksAgain}}</p></noscript>
        {{>cancel}}
        """#
}
