import type { Visitor } from '../security/sessions.js';
import type { Notice } from './notices.js';

/** What every page knows: who looks at it, where, and the token that its forms carry. */
export interface Frame {
  service: string;
  visitor: Visitor | null;
  token: string;
  path: string;
  notice: Notice | undefined;
  demo: boolean;
  /** What steering has to know at once, whatever page they are on. */
  alerts: readonly string[];
}
