package fr.aiguillage

import java.nio.ByteBuffer
import java.nio.ByteOrder
import kotlinx.serialization.builtins.ListSerializer

/** The rows of one need, or of many, as `boundary::packed::matches` of the core writes them. */
internal class PackedRows private constructor(
    private val words: IntArray,
    private val notes: Lazy<List<String>>,
    private val errors: List<BoundaryError>,
) {
    /** What became of each need, in their order. */
    fun results(directory: Directory): List<Result<Matches>> {
        val results = ArrayList<Result<Matches>>()
        var at = 0
        while (at < words.size) {
            val count = words[at]
            if (count == Packed.REFUSED) {
                results += Result.failure(errors[words[at + 1]].asException())
                at += Packed.HEADER_WORDS
            } else {
                val end = at + Packed.HEADER_WORDS + count * Packed.MATCH_WORDS
                // A row that is kept does not keep the others.
                val row = if (at == 0 && end == words.size) words else words.copyOfRange(at, end)
                results += Result.success(Matches(directory, row, notes))
                at = end
            }
        }
        return results
    }

    /** What became of the only need. */
    fun result(directory: Directory): Matches =
        if (words[0] == Packed.REFUSED) throw errors[words[1]].asException() else Matches(directory, words, notes)

    companion object {
        private val NO_NOTES: Lazy<List<String>> = lazyOf(emptyList())
        private val ERRORS = ListSerializer(BoundaryError.serializer())

        /** Reads what stands between the position and the limit. */
        fun read(bytes: ByteBuffer): PackedRows {
            bytes.order(ByteOrder.LITTLE_ENDIAN)
            val (count, noteLength, errorLength) = IntArray(3) { bytes.getInt() }
            val words = IntArray(count)
            bytes.asIntBuffer().get(words)
            bytes.position(bytes.position() + count * Int.SIZE_BYTES)
            val notes = text(bytes, noteLength)
            val errors = text(bytes, errorLength)
            return PackedRows(
                words,
                if (notes.isEmpty()) NO_NOTES else lazy(LazyThreadSafetyMode.PUBLICATION) { notes.split(Packed.NOTE_SEPARATOR) },
                if (errors.isEmpty()) emptyList() else JSON.decodeFromString(ERRORS, errors),
            )
        }

        private fun text(bytes: ByteBuffer, length: Int): String =
            if (length == 0) "" else String(ByteArray(length).also { bytes.get(it) })
    }
}
