extension Templates {
    /// Who asks, for what, and when.
    static let facts = #"""
        <dl class="facts">
        {{#facts}}
        <div><dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd></div>
        {{/facts}}
        {{#when}}
        <div><dt>{{t.factWhen}}</dt><dd><time datetime="{{start}}">{{text}}</time></dd></div>
        <div hidden data-here data-start="{{start}}" data-end="{{end}}" data-zone="{{zone}}"><dt>{{t.factWhenHere}}</dt><dd></dd></div>
        {{/when}}
        {{#until}}
        <div><dt>{{t.factUntil}}</dt><dd><time datetime="{{instant}}" data-local>{{text}}</time></dd></div>
        {{/until}}
        </dl>
        """#
}
