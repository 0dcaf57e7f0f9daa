/// The calendar entry that goes with a piece of mail, as iCalendar (RFC 5546) has it.
public struct CalendarPart: Sendable, Hashable {
    /// What the recipient's calendar is to do.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Take the entry in, or move it.
        case request
        /// Take it out.
        case cancel
    }

    /// What the recipient's calendar is to do.
    public var method: Method
    /// Grows with each change that the calendar must take.
    public var sequence: Int

    /// The part that goes with mail about a request; nil: there is none.
    public init?(of request: SessionRequest, _ purpose: DeliveryPurpose) {
        sequence = request.calendarSequence
        guard let schedule = request.schedule else {
            // What has taken place stays. Who was never reached has nothing in the calendar that could be taken out.
            guard request.isUnscheduled, purpose != .invitation || request.invitation.email.reachedAt != nil else {
                return nil
            }
            method = .cancel
            return
        }
        switch purpose {
        case .canceled: method = .cancel
        case .closed:
            // What has taken place stays in the calendar; what was done before its time does not.
            guard let closed = request.closed, schedule.startsAt > closed.at else { return nil }
            method = .cancel
        case .invitation, .linkRenewed, .rescheduled, .reminder, .event: method = .request
        }
    }
}
