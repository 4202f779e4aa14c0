package fr.aiguillage

import java.time.LocalDate

/**
 * Requests before they are needs: what a company deposits, until it is transmitted or closed. At any
 * date a request has exactly one fate.
 */
public object Requests {
    /**
     * The requests that events make, in whatever order they arrived; with [on], as they stood that day.
     * Events that cannot have happened are told, and sink nothing.
     */
    public fun fold(events: List<RequestEvent>, on: LocalDate? = null): FoldedRequests =
        answer(Calls.FOLD_REQUESTS, FoldRequestsRequest(events, on))

    /**
     * The request that a deposit begins.
     *
     * @throws ReferralException if the event is no deposit
     */
    public fun begin(deposit: RequestEvent): TrackedRequest =
        answer(Calls.APPLY_REQUEST_EVENT, ApplyRequestEventRequest(event = deposit))

    /**
     * The request after one more event; the same event twice changes nothing.
     *
     * @throws ReferralException if the event cannot follow
     */
    public fun apply(request: TrackedRequest, event: RequestEvent): TrackedRequest =
        answer(Calls.APPLY_REQUEST_EVENT, ApplyRequestEventRequest(request = request, event = event))

    /**
     * Checks that the dates of a request can be true and go with its state.
     *
     * @throws ReferralException with the first that cannot
     */
    public fun check(request: TrackedRequest) {
        answer(Calls.CHECK_REQUEST, TrackedRequestRequest(request))
    }
}

/** What became of a request in this state. */
public val RequestState.fate: RequestFate
    get() = answer(Calls.REQUEST_FATE, RequestStateRequest(this))

/** What stays of a request for statistics. */
public fun TrackedRequest.anonymised(): TrackedRequest = answer(Calls.ANONYMISE_REQUEST, TrackedRequestRequest(this))
