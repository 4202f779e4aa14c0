import type { Visitor } from '../security/sessions.js';
import type { Look } from './look.js';
import type { Notice } from './notices.js';

/** What every page knows: who looks at it, where, and the token that its forms carry. */
export interface Frame {
  service: string;
  visitor: Visitor | null;
  token: string;
  path: string;
  notice: Notice | undefined;
  demo: boolean;
  /** The colours that the visitor chose; `auto` follows their system. */
  look: Look;
  /** Whether the theme has dark colours at all. */
  hasDark: boolean;
  /** What steering has to know at once, whatever page they are on. */
  alerts: readonly string[];
}
