extension Templates {
    /// Nine digits in place of a link.
    static let code = #"""
        <p class="intro">{{t.codeIntro}}</p>
        <form method="post" action="{{paths.code}}" class="card">
        {{>token}}
        <p class="field"><label for="code">{{t.codeLabel}}</label>
        <input id="code" name="code" class="code" dir="ltr" required inputmode="numeric" autocomplete="off" maxlength="20" aria-describedby="code-hint{{#fault}} fault{{/fault}}"{{#fault}} aria-invalid="true" autofocus{{/fault}}></p>
        <p class="hint" id="code-hint">{{t.codeHint}}</p>
        <button class="primary">{{t.continueButton}}</button>
        </form>
        {{>warning}}
        """#
}
