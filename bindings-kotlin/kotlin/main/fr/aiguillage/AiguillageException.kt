package fr.aiguillage

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
    private val french: String = message,
) : RuntimeException(message) {
    protected constructor(error: BoundaryError) :
        this(error.text(), error.code, error.field, error.hint, error.frenchText())

    /** What is wrong and the hint, in a language. */
    @JvmOverloads
    public fun messageIn(language: Language = Language.FR): String =
        if (language == Language.FR) french else message.orEmpty()
}

/** What is wrong, in one sentence without its place, in a language. */
@JvmOverloads
public fun Diagnostic.messageIn(language: Language = Language.FR): String =
    if (language == Language.FR) messageFr else message

/**
 * A need, or a request about one, that cannot be answered. Its codes: `missing_field`,
 * `unknown_field`, `invalid_value`, `unknown_subject`, `unknown_commune`, `unknown_question`,
 * `unknown_institution`, `unknown_expert`.
 */
public class NeedException internal constructor(error: BoundaryError) : AiguillageException(error)

/**
 * An answer of a register that gives no company, or a code that its nomenclature does not have. Its codes:
 * `unknown_shape`, `register_error`, `no_company`, `several_companies`, `unknown_code`, `missing_field`,
 * `unknown_field`, `invalid_value`.
 */
public class CompanyException internal constructor(error: BoundaryError) : AiguillageException(error)

/**
 * A referral, a message about one, or a request for figures that cannot be done: `forbidden_transition`,
 * `impossible_date`, `missing_variable`…
 */
public class ReferralException internal constructor(error: BoundaryError) : AiguillageException(error)

/**
 * A directory that was refused; [code] is that of its first error.
 *
 * @property diagnostics everything that is wrong with it, warnings included
 */
public class DirectoryException internal constructor(error: BoundaryError) : AiguillageException(error) {
    public val diagnostics: List<Diagnostic> = error.related
}

/**
 * Bytes that are no snapshot that can be loaded. Its codes: `not_a_snapshot`, `truncated`, `checksum`,
 * `malformed`, `newer_format`, `older_format`, `other_year`.
 */
public class SnapshotException internal constructor(error: BoundaryError) : AiguillageException(error)

/**
 * Bytes that are no geography, or a zone that is not written as one. Its codes: `not_a_geography`,
 * `other_format`, `truncated`, `checksum`, `malformed`, `invalid_zone`.
 */
public class GeographyException internal constructor(error: BoundaryError) : AiguillageException(error)

/** The exception of the error's family. */
internal fun BoundaryError.asException(): RuntimeException =
    when (family) {
        Family.NEED -> NeedException(this)
        Family.COMPANY -> CompanyException(this)
        Family.REFERRAL -> ReferralException(this)
        Family.DIRECTORY -> DirectoryException(this)
        Family.SNAPSHOT -> SnapshotException(this)
        Family.GEOGRAPHY -> GeographyException(this)
        // A fault of this package.
        Family.REQUEST -> IllegalStateException(text())
    }

private fun BoundaryError.frenchText(): String = if (hintFr == null) messageFr else "$messageFr\u00a0: $hintFr"

private fun BoundaryError.text(): String = if (hint == null) message else "$message: $hint"
