/** Giving a referral to a colleague, who takes it over as it stands. */

import type { Successor } from '../../services/transfers.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';

interface TransferProps {
  frame: Frame;
  action: string;
  /** As the page shows it: what moved on since is not given away. */
  referral: { id: string; seq: number };
  successors: readonly Successor[];
}

export function TransferPart({ frame, action, referral, successors }: TransferProps) {
  const id = `successor-${referral.id}`;
  return (
    <Form frame={frame} action={action}>
      <input type="hidden" name="referral" value={referral.id} />
      <input type="hidden" name="seq" value={referral.seq} />
      <p>La demande passe telle quelle, avec ses dates. Le collègue, l’entreprise et le conseiller en sont prévenus.</p>
      <label for={id}>
        Collègue
        <select id={id} name="expert" required>
          {successors.map((one) => (
            <option value={one.id}>{one.matches ? one.name : `${one.name} (compétent, hors de ses critères ou de son territoire)`}</option>
          ))}
        </select>
      </label>
      <button type="submit" class="quiet">
        Transférer
      </button>
    </Form>
  );
}
