/** What a partner's page says of the partner, and what its link filled in. */

import type { Subject } from '../../library.js';
import { Group } from '../forms.js';
import type { Frame } from '../frame.js';

/** Who sends there, and what they hear of it. */
export function AboutPartner({ frame }: { frame: Frame }) {
  if (!frame.partner) return null;
  return (
    <p class="muted">
      {frame.partner.name} vous propose ce service et apprend ce que devient votre demande, sans votre nom, sans vos
      coordonnées et sans ce que vous écrivez.
    </p>
  );
}

/** The subjects that the link named, for the company to keep or not. */
export function WantedSubjects({ frame, subjects, error }: { frame: Frame; subjects: readonly Subject[]; error: string | undefined }) {
  if (!frame.partner || (subjects.length === 0 && !error)) return null;
  return (
    <Group name="sujet" label="De quoi s’agit-il ?" kind="several" errors={error ? { sujet: error } : undefined}>
      {subjects.map((subject) => (
        <label>
          <input type="checkbox" name="sujet" value={subject.id} checked />
          {subject.label}
        </label>
      ))}
    </Group>
  );
}
