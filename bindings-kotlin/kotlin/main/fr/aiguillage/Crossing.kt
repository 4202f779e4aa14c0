package fr.aiguillage

import com.sun.jna.Native
import com.sun.jna.Pointer
import java.nio.ByteBuffer

/**
 * The short way for one need: a single call of numbers alone, where UniFFI makes three with structures.
 * What crosses is packed, through buffers that each thread keeps.
 */
internal object Crossing {
    init {
        // Whoever calls holds a router, so that UniFFI has checked that the library is of this version.
        Native.register(Crossing::class.java, "aiguillage_kotlin")
    }

    private const val CLOSED = Int.MIN_VALUE
    private const val BROKEN = Int.MIN_VALUE + 1

    private val input = ThreadLocal.withInitial { Buffer(4 shl 10) }
    private val output = ThreadLocal.withInitial { Buffer(32 shl 10) }

    @Suppress("FunctionName")
    private external fun aiguillage_match(
        key: Long,
        input: Long,
        length: Int,
        needLength: Int,
        output: Long,
        capacity: Int,
    ): Int

    /** The row of a need for the router of a key. */
    fun match(key: Long, need: ByteArray, options: ByteArray): PackedRows {
        val given = sized(input, need.size + options.size)
        given.bytes.put(need).put(options)
        var answer = sized(output, 0)
        var length = call(key, given, need.size, answer)
        if (length < 0) {
            answer = sized(output, -length)
            length = call(key, given, need.size, answer)
        }
        answer.bytes.limit(length)
        return PackedRows.read(answer.bytes)
    }

    private fun call(key: Long, given: Buffer, needLength: Int, answer: Buffer): Int {
        val length =
            aiguillage_match(key, given.address, given.bytes.position(), needLength, answer.address, answer.bytes.capacity())
        check(length != CLOSED) { "the router is closed" }
        check(length != BROKEN) { "the native library failed" }
        return length
    }

    private fun sized(kept: ThreadLocal<Buffer>, size: Int): Buffer {
        var buffer = kept.get()
        if (buffer.bytes.capacity() < size) {
            buffer = Buffer(size)
            kept.set(buffer)
        }
        buffer.bytes.clear()
        return buffer
    }

    private class Buffer(size: Int) {
        val bytes: ByteBuffer = ByteBuffer.allocateDirect(size)
        val address: Long = Pointer.nativeValue(Native.getDirectBufferPointer(bytes))
    }
}
