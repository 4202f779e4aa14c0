//! The messages, as Kotlin renders them: every type is the core's own. A phone does without.

use aiguillage::follow_up::notification::{
    Message, NotificationData, NotificationKind, TemplateOverride, Templates,
};

use crate::errors::NativeError;

/// The templates of a service on the native side, compiled once; use `Notifications`.
#[derive(uniffi::Object)]
pub struct NativeTemplates(Templates);

#[uniffi::export]
impl NativeTemplates {
    #[uniffi::constructor]
    fn new(overrides: Vec<TemplateOverride>) -> Result<NativeTemplates, NativeError> {
        Ok(NativeTemplates(Templates::new(&overrides)?))
    }

    fn render(&self, kind: NotificationKind, data: NotificationData) -> Result<Message, NativeError> {
        Ok(self.0.render(kind, &data)?)
    }
}

#[uniffi::export]
fn native_notification_label(kind: NotificationKind) -> String {
    kind.label().to_owned()
}
