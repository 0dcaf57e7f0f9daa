extension Templates {
    /// Calling it off, at every step.
    static let cancel = #"""
        {{#paths.cancel}}
        <details class="cancel" id="cancel">
        <summary>{{t.cancelSummary}}</summary>
        <form method="post" action="{{.}}">
        {{>token}}
        <p>{{t.cancelMeaning}}</p>
        <button class="quiet danger">{{t.cancelButton}}</button>
        </form>
        </details>
        {{/paths.cancel}}
        """#
}
