/** Of when figures are, where they are not those of this moment. */

import type { Made } from '../../services/figures/keeper.js';
import { dayAndTime } from '../labels.js';

/** Nothing where figures are those of this moment. */
export function MadeNotice({ made, again }: { made: Made<unknown> | undefined; again: string }) {
  if (made?.current) return null;
  return (
    <div class="notice wait" role="status">
      {made
        ? `Ces chiffres sont ceux du ${dayAndTime(made.at)} ; ce qui s’est passé depuis est en train d’être compté. `
        : 'Ces chiffres sont demandés pour la première fois : ils sont en train d’être comptés, ce qui prend quelques secondes. '}
      <a href={again}>{made ? 'Actualiser' : 'Afficher les chiffres'}</a>
    </div>
  );
}
