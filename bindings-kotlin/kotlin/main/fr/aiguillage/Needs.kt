package fr.aiguillage

/**
 * A need from a JSON object of its fields, named as everywhere: `headcount_band`, `created_on`.
 *
 * @throws NeedException with the first field that does not exist or has a value that cannot be read
 */
public fun Need.Companion.fromJson(text: String): Need =
    JSON.decodeFromString(serializer(), throwing { nativeReadNeed(text) })

/**
 * The need as a JSON object, which [fromJson] reads: to keep or to send.
 *
 * @throws NeedException with the first field whose value cannot be read
 */
public fun Need.toJson(): String = ALONE.text(Calls.READ_NEED, NeedRequest(this))
