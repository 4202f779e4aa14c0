package fr.aiguillage

import fr.aiguillage.model.Diagnostic

/**
 * What goes wrong, with a stable [code].
 *
 * @property code the stable code, such as `unknown_commune`
 * @property field the field at fault, where there is one; for an answer `answers.` and its question
 * @property hint what was probably meant, or how to write it
 */
public sealed class AiguillageException(
    message: String,
    public val code: String,
    public val field: String? = null,
    public val hint: String? = null,
) : RuntimeException(message)

/**
 * A need, or a request about one, that cannot be answered. Its codes: `missing_field`,
 * `unknown_field`, `invalid_value`, `unknown_subject`, `unknown_commune`, `unknown_question`,
 * `unknown_institution`, `unknown_expert`.
 */
public class NeedException internal constructor(text: String, code: String, field: String?, hint: String?) :
    AiguillageException(if (hint == null) text else "$text: $hint", code, field, hint)

/**
 * A referral, a message about one, or a request for figures that cannot be done: `forbidden_transition`,
 * `impossible_date`, `missing_variable`…
 */
public class ReferralException internal constructor(text: String, code: String, field: String?, hint: String?) :
    AiguillageException(if (hint == null) text else "$text: $hint", code, field, hint)

/**
 * A directory that was refused; [code] is that of its first error.
 *
 * @property diagnostics everything that is wrong with it, warnings included
 */
public class DirectoryException internal constructor(
    text: String,
    code: String,
    public val diagnostics: List<Diagnostic>,
) : AiguillageException(text, code)

/**
 * Bytes that are no snapshot that can be loaded. Its codes: `not_a_snapshot`, `truncated`, `checksum`,
 * `malformed`, `newer_format`, `older_format`, `other_year`.
 */
public class SnapshotException internal constructor(text: String, code: String) : AiguillageException(text, code)

/**
 * Bytes that are no geography, or a zone that is not written as one. Its codes: `not_a_geography`,
 * `other_format`, `truncated`, `checksum`, `malformed`, `invalid_zone`.
 */
public class GeographyException internal constructor(text: String, code: String) : AiguillageException(text, code)

internal fun Fault.asException(): NeedException = NeedException(text, code, field, hint)

/** Calls the native side, whose failures become exceptions of the public kind. */
internal inline fun <T> throwing(call: () -> T): T =
    try {
        call()
    } catch (failure: NativeException) {
        throw when (failure) {
            is NativeException.Need -> failure.fault.asException()
            is NativeException.Referral -> failure.fault.run { ReferralException(text, code, field, hint) }
            is NativeException.Directory -> DirectoryException(failure.text, failure.code, failure.diagnostics)
            is NativeException.Snapshot -> SnapshotException(failure.text, failure.code)
            is NativeException.Geography -> GeographyException(failure.text, failure.code)
        }
    }
