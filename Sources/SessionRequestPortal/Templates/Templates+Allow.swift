extension Templates {
    /// The address, and Allow or Deny.
    static let allow = #"""
        {{#paths.grant}}
        <section class="card numbered allow" aria-labelledby="allow">
        <h2 id="allow">{{t.allowHeading}}</h2>
        <form method="post" action="{{.}}" data-check="{{t.addressInvalid}}">
        {{>token}}
        {{#several}}
        <p class="field"><label for="scheme">{{t.programLabel}}</label>
        <select id="scheme" name="scheme">
        {{#programs}}
        <option value="{{scheme}}" data-pattern="{{pattern}}"{{#chosen}} selected{{/chosen}}>{{name}}</option>
        {{/programs}}
        </select></p>
        {{/several}}
        {{^several}}
        {{#programs}}
        <input type="hidden" name="scheme" value="{{scheme}}" data-pattern="{{pattern}}">
        {{/programs}}
        {{/several}}
        <p class="field"><label for="address">{{t.addressLabel}}</label>
        <input id="address" name="address" dir="ltr" required maxlength="255" autocomplete="off" autocapitalize="none" spellcheck="false" value="{{address}}" aria-describedby="address-hint{{#fault}} fault{{/fault}}"{{#fault}} aria-invalid="true" autofocus{{/fault}}></p>
        <div class="hint" id="address-hint">{{#programs}}<p>{{hint}}</p>{{/programs}}</div>
        <p>{{allowMeaning}}</p>
        <p class="buttons"><button class="primary">{{t.allowButton}}</button>
        {{#paths.deny}}
        <button class="danger" formaction="{{.}}" formnovalidate>{{t.denyButton}}</button>
        {{/paths.deny}}
        </p>
        </form>
        </section>
        {{/paths.grant}}
        """#
}
