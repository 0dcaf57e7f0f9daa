extension Templates {
    /// Access is allowed; the agent has yet to connect.
    static let ready = #"""
        <p class="intro">{{intro}}</p>
        {{#planned}}
        <p>{{.}}</p>
        {{/planned}}
        <p class="queue" data-queue="{{queueText}}"{{^queue}} hidden{{/queue}}>{{queue}}</p>
        <p class="hint scripted">{{t.changesByItself}}</p>
        <noscript><p class="hint">{{looksAgain}}</p></noscript>
        <section class="card">
        {{>facts}}
        </section>
        {{>warning}}
        {{#paths.revoke}}
        <form method="post" action="{{.}}" class="act">
        {{>token}}
        <button class="danger">{{t.revokeButton}}</button>
        </form>
        {{/paths.revoke}}
        {{>cancel}}
        """#
}
