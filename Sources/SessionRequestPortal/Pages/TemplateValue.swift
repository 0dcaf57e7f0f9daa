/// Values of templates.
enum TemplateValue {
    /// A value, or what a section takes for nothing.
    static func orNone(_ value: (some Any)?) -> Any {
        if let value { value } else { false }
    }
}
