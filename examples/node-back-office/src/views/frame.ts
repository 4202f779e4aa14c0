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
  /** Whose page it is, where it is shown for a partner: it may be in a frame, and there is nowhere else to go in it. */
  partner?: { name: string; slug: string };
  /** What steering has to know at once, whatever page they are on. */
  alerts: readonly string[];
}

/** Where the steps of the portal begin: at the service's own page, or at a partner's. */
export const portalOf = ({ partner }: Pick<Frame, 'partner'>): string => (partner ? `/partenaires/${partner.slug}` : '');
