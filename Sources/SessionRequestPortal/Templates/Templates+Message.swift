extension Templates {
    /// One thing that does not work, and the way on.
    static let message = #"""
        <p class="intro">{{intro}}</p>
        {{#again}}
        <p><a class="button" href="{{.}}">{{t.tryAgain}}</a></p>
        {{/again}}
        {{#paths.code}}
        <p><a class="button" href="{{.}}">{{t.againCode}}</a></p>
        {{/paths.code}}
        """#
}
