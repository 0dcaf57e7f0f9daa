extension Templates {
    /// Getting ready, and Allow or Deny; these come first while an agent asks.
    static let join = #"""
        {{#asked}}
        <p class="intro">{{t.askedIntro}}</p>
        {{/asked}}
        {{^asked}}
        <p class="intro">{{t.joinIntro}}</p>
        {{/asked}}
        {{#planned}}
        <p>{{.}}</p>
        {{/planned}}
        <p class="queue" data-queue="{{queueText}}"{{^queue}} hidden{{/queue}}>{{queue}}</p>
        <section class="card">
        {{>facts}}
        </section>
        <div class="steps">
        {{#asked}}
        {{>allow}}
        {{>programs}}
        {{/asked}}
        {{^asked}}
        {{>programs}}
        {{>allow}}
        {{/asked}}
        </div>
        {{>warning}}
        {{>cancel}}
        """#
}
