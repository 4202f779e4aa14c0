package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.builtins.serializer

/** Named values in one text, as `boundary::packed::needs` of the core reads them. */
internal class PackedWriter {
    private val text = StringBuilder(256)
    private var first = true

    fun text(name: String, value: String) {
        // JSON escapes what would end the value.
        if (Packed.SEPARATOR in value) json(name, value, String.serializer()) else field(name, 's').append(value)
    }

    fun number(name: String, value: Number) {
        field(name, 'n').append(value)
    }

    fun truth(name: String, value: Boolean) {
        field(name, if (value) 't' else 'f')
    }

    fun day(name: String, value: LocalDate) {
        field(name, 'd').append(value)
    }

    fun <T> json(name: String, value: T, serializer: KSerializer<T>) {
        field(name, 'j').append(JSON.encodeToString(serializer, value))
    }

    /** Ends a need of a batch; what follows is another. */
    fun next() {
        text.append(Packed.BETWEEN_NEEDS)
        first = true
    }

    /** What was written. */
    fun bytes(): ByteArray = text.toString().toByteArray()

    private fun field(name: String, tag: Char): StringBuilder {
        if (!first) text.append(Packed.SEPARATOR)
        first = false
        return text.append(name).append(Packed.SEPARATOR).append(tag)
    }
}
