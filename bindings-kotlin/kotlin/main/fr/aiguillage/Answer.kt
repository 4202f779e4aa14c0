package fr.aiguillage

import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull

/** An answer to a question: yes or no, or which of its choices. */
@Serializable(with = AnswerSerializer::class)
public sealed interface Answer {
    /** Yes or no, to a question without choices. */
    public data class YesOrNo(public val yes: Boolean) : Answer

    /** The ids of choices: at least one. */
    public data class Choices(public val ids: List<String>) : Answer

    public companion object {
        /** The answer yes. */
        public val YES: Answer = YesOrNo(true)

        /** The answer no. */
        public val NO: Answer = YesOrNo(false)

        /** One or several choices, by their ids. */
        public fun of(vararg ids: String): Answer = Choices(ids.toList())
    }
}

/** True or false, the id of a choice, or a list of ids. */
internal object AnswerSerializer : KSerializer<Answer> {
    private val element: KSerializer<JsonElement> = JsonElement.serializer()

    override val descriptor: SerialDescriptor = SerialDescriptor("fr.aiguillage.Answer", element.descriptor)

    override fun serialize(encoder: Encoder, value: Answer) {
        val json = when (value) {
            is Answer.YesOrNo -> JsonPrimitive(value.yes)
            is Answer.Choices -> value.ids.singleOrNull()?.let(::JsonPrimitive) ?: JsonArray(value.ids.map(::JsonPrimitive))
        }
        (encoder as JsonEncoder).encodeJsonElement(json)
    }

    override fun deserialize(decoder: Decoder): Answer =
        when (val json = (decoder as JsonDecoder).decodeJsonElement()) {
            is JsonArray -> Answer.Choices(json.map(::idOf))
            is JsonPrimitive -> json.takeUnless { it.isString }?.booleanOrNull?.let(Answer::YesOrNo) ?: Answer.of(idOf(json))
            else -> throw SerializationException("an answer is true or false, a choice or a list of choices, not $json")
        }

    private fun idOf(json: JsonElement): String =
        (json as? JsonPrimitive)?.takeIf { it.isString }?.content
            ?: throw SerializationException("a choice is a text, not $json")
}
