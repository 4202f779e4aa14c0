package fr.aiguillage

public typealias AdviserCard = fr.aiguillage.model.AdviserCard
public typealias AnswerCard = fr.aiguillage.model.AnswerCard
public typealias ContactCard = fr.aiguillage.model.ContactCard
public typealias ExpertCard = fr.aiguillage.model.ExpertCard
public typealias FacilityCard = fr.aiguillage.model.FacilityCard
public typealias Links = fr.aiguillage.model.Links
public typealias Message = fr.aiguillage.model.Message
public typealias NeedCard = fr.aiguillage.model.NeedCard
public typealias NotificationData = fr.aiguillage.model.NotificationData
public typealias NotificationKind = fr.aiguillage.model.NotificationKind
public typealias Service = fr.aiguillage.model.Service
public typealias TemplateOverride = fr.aiguillage.model.TemplateOverride

/**
 * The messages to experts, companies and advisers: rendered here, sent by the host. Compiled once, and
 * safe to share between threads.
 *
 * @param overrides templates of the service, instead of the library's
 * @throws ReferralException if a template is unknown or cannot be compiled
 */
public class Notifications(overrides: List<TemplateOverride> = emptyList()) : AutoCloseable {
    private val native = throwing { NativeTemplates(overrides) }

    /**
     * A message with its subject, its text and its HTML.
     *
     * @throws ReferralException if a fact that the message needs is missing, or a link is none
     */
    public fun render(kind: NotificationKind, data: NotificationData): Message = throwing { native.render(kind, data) }

    /** Releases the native side. */
    override fun close(): Unit = native.close()
}

/** What it is, in French. */
public val NotificationKind.label: String get() = nativeNotificationLabel(this)
