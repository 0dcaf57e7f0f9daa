extension Assets {
    /// The mark of a desk that has none of its own.
    static let logo = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">
        <rect width="48" height="48" rx="11" fill="#0b5a9c"/>
        <path d="M10 13h28v18H10z" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round"/>
        <path d="M18 37h12M24 31v6" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
        <path d="M19 22l4 4 7-8" fill="none" stroke="#9fd3ff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
        </svg>
        """#
}
