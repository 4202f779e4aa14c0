/** Giving a referral to a colleague, who takes it over as it stands. */

import type { Successor } from '../../services/transfers.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { Said } from '../said.js';

/** A referral that may go over, and how far the page has seen: what moved on since is not given away. */
export interface Transferable {
  id: string;
  seq: number;
  expert: string;
}

interface TransferProps {
  frame: Frame;
  action: string;
  /** Sets the fields apart from those of other needs on the page. */
  id: string;
  /** What the need is about, where a page has several. */
  about?: string;
  referrals: readonly Transferable[];
  /** Who could take over, by institution: a referral stays in its own. */
  successors: readonly (readonly [institution: string, colleagues: readonly Successor[]])[];
}

export function TransferPart({ frame, action, id, about, referrals, successors }: TransferProps) {
  const [first, ...more] = referrals;
  return (
    <Form frame={frame} action={action}>
      <p>La demande passe telle quelle, avec ses dates, à un collègue de la même institution. Lui, l’entreprise et le conseiller en sont prévenus.</p>
      {first && more.length === 0 ? (
        <input type="hidden" name="referral" value={`${first.id}:${first.seq}`} />
      ) : (
        <label for={`referral-${id}`}>
          Qui la donne {about && <Said>: {about}</Said>}
          <select id={`referral-${id}`} name="referral" required>
            {referrals.map((one) => (
              <option value={`${one.id}:${one.seq}`}>{one.expert}</option>
            ))}
          </select>
        </label>
      )}
      <label for={`successor-${id}`}>
        Qui la reprend {about && <Said>: {about}</Said>}
        <select id={`successor-${id}`} name="expert" required>
          {successors.map(([institution, colleagues]) => (
            <optgroup label={institution}>
              {colleagues.map((one) => (
                <option value={one.id}>{one.matches ? one.name : `${one.name} (compétent, hors de ses critères ou de son territoire)`}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" class="quiet">
        Transférer {about && <Said>: {about}</Said>}
      </button>
    </Form>
  );
}
