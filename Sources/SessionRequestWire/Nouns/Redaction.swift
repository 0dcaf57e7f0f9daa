/// What a viewer reads of the nouns that hold something hidden. Events render their changes with these, too.
extension WireRecipient {
    /// Without contact data.
    public var redacted: WireRecipient { WireRecipient(name: name, language: language) }
}

extension WireInvitation {
    /// Without the errors, which quote addresses.
    public var redacted: WireInvitation { WireInvitation(email: email.redacted, sms: sms.redacted) }
}

extension WireDelivery {
    /// Without the error, which quotes addresses.
    public var redacted: WireDelivery { WireDelivery(state: state, at: at, attempts: attempts) }
}

extension WireJoin {
    /// Without the target.
    public var redacted: WireJoin {
        WireJoin(method: method, client: client, grantedAt: grantedAt, permissions: permissions)
    }
}

extension WireClosure {
    /// Without the note.
    public var redacted: WireClosure { WireClosure(reason: reason, by: by, at: at) }
}

extension WireFeedback {
    /// Without the comment.
    public var redacted: WireFeedback { WireFeedback(rating: rating, at: at) }
}
