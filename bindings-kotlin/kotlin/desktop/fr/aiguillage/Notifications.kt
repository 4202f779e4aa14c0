package fr.aiguillage

import kotlinx.serialization.builtins.ListSerializer

/**
 * The messages to experts, companies and advisers: rendered here, sent by the host. Compiled once, and
 * safe to share between threads.
 *
 * @param overrides templates of the service, instead of the library's
 * @throws ReferralException if a template is unknown or cannot be compiled
 */
public class Notifications(overrides: List<TemplateOverride> = emptyList()) : AutoCloseable {
    private val native = throwing {
        NativeTemplates(JSON.encodeToString(ListSerializer(TemplateOverride.serializer()), overrides))
    }
    private val target: Target = native::call

    /**
     * A message with its subject, its text and its HTML.
     *
     * @throws ReferralException if a fact that the message needs is missing, or a link is none
     */
    public fun render(kind: NotificationKind, data: NotificationData): Message =
        target.answer(Calls.RENDER_WITH, RenderWithRequest(kind, data))

    /** Releases the native side. */
    override fun close(): Unit = native.close()
}
