package fr.aiguillage

import java.util.concurrent.atomic.AtomicReferenceArray

/** A list of a directory on the native side, whose records are fetched when they are first looked at. */
internal class RecordTable<T : Any>(
    private val target: Target,
    private val list: RecordList,
    override val size: Int,
    private val call: Call<RecordRequest, T?>,
) : AbstractList<T>(), RandomAccess {
    private val loaded = AtomicReferenceArray<T>(size)

    /** Where each id stands: asked for when something is first looked up by its id. */
    private val positions: Map<String, Int> by lazy {
        target.answer(Calls.IDS, IdsRequest(list)).withIndex().associate { (position, id) -> id to position }
    }

    override fun get(index: Int): T = loaded[index] ?: load(index).also { loaded[index] = it }

    /** The record of an id. */
    operator fun get(id: String): T? = positions[id]?.let(::get)

    private fun load(index: Int): T =
        checkNotNull(target.answer(call, RecordRequest(position = index))) { "the directory has no item $index" }
}
