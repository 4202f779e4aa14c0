//! Who may see and do what: the perimeter of an antenne, and one table of permissions.

mod perimeter;
mod permission;
mod table;

pub use perimeter::perimeter;
pub use permission::{Actor, Permission, PermissionReason, may};
pub use table::{Action, PermissionRule, Role, Scope, permission_rules};
