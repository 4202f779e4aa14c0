/** Words for those who do not see the line that a button or a link stands in: each has a name of its own. */

import type { ComponentChildren } from 'preact';

export const Said = ({ children }: { children: ComponentChildren }) => <span class="said"> {children}</span>;
