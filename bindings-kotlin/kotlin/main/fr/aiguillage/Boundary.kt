package fr.aiguillage

import kotlinx.serialization.json.Json

/**
 * JSON as the core reads and writes it: what has its default, or is not known, is left out. A member that
 * is not known is an error, for library and classes come out of one build.
 */
internal val JSON: Json = Json {
    explicitNulls = false
    // The core says which field must be finite.
    allowSpecialFloatingPointValues = true
}

/** What a call of the core is called on: takes the name of the call and its request. */
internal typealias Target = (name: String, request: String) -> String

/** The answer to a request. */
internal fun <Request, Answer> Target.answer(call: Call<Request, Answer>, request: Request): Answer =
    JSON.decodeFromString(call.answer, text(call, request))

/** The answer as JSON. */
internal fun <Request> Target.text(call: Call<Request, *>, request: Request): String =
    throwing { this(call.name, JSON.encodeToString(call.request, request)) }

/** The answer to a request that says everything. */
internal fun <Request, Answer> answer(call: Call<Request, Answer>, request: Request): Answer =
    ALONE.answer(call, request)

/** For calls on nothing. */
internal val ALONE: Target = ::nativeCall

/** Calls the native side, whose failures become exceptions of the public kind. */
internal inline fun <T> throwing(call: () -> T): T =
    try {
        call()
    } catch (failure: NativeException) {
        throw when (failure) {
            is NativeException.Refused -> JSON.decodeFromString(BoundaryError.serializer(), failure.error).asException()
            is NativeException.Unwritten -> IllegalStateException(failure.reason)
        }
    }
