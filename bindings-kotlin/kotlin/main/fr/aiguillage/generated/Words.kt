// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.Serializable

/** A word, and what users read for it. */
@Serializable
public data class WordLabel(
    /** The word, as programs write it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
)

/** A closed list of words. */
@Serializable
public data class WordList(
    /** The name of its type, such as `ReferralState`. */
    public val name: String,
    /** Its words, in order. */
    public val words: List<WordLabel>,
)
