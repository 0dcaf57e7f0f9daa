extension Templates {
    /// What ties a form to the browser that it is shown to.
    static let token = #"""
        <input type="hidden" name="form" value="{{form}}">
        """#
}
