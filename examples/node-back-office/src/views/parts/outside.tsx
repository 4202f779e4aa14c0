/** A link to another page of the service, which does not open in a partner's frame: there it opens beside. */

import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.js';

export function Outside({ frame, href, children }: { frame: Frame; href: string; children: ComponentChildren }) {
  if (!frame.partner) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noopener">
      {children} (nouvel onglet)
    </a>
  );
}
