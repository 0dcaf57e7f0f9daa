extension Templates {
    /// What the last press has led to, and what is wrong with it.
    static let notice = #"""
        {{#notice}}
        <p class="notice" role="status">{{.}}</p>
        {{/notice}}
        {{#fault}}
        <p class="notice fault" role="alert" id="fault">{{.}}</p>
        {{/fault}}
        """#
}
