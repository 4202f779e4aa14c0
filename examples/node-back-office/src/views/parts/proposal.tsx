/** Who would be alerted, and why; or why nobody, and what to ask. */

import type { Proposal } from '../../services/proposal.js';
import { FIELDS, longDay, many } from '../labels.js';

interface ProposalProps {
  subject: string;
  proposal: Proposal;
  /** The experts who are ticked; all who are proposed if nobody chose yet. */
  chosen: readonly string[] | null;
  /** Whether the need was sent already, and these are others. */
  more?: boolean;
}

/** For an adviser: each expert can be taken or left. */
export function ProposalPart({ subject, proposal, chosen, more }: ProposalProps) {
  const name = `experts:${subject}`;
  const ticked = (id: string, proposed: boolean) => (chosen === null ? proposed : chosen.includes(id));
  const nobody = proposal.experts.length === 0;
  return (
    <div class={nobody ? 'preview nobody' : 'preview'} data-experts={proposal.experts.length}>
      {/* Tells a choice of nobody from a form that never showed the experts. */}
      <input type="hidden" name={`shown:${subject}`} value="1" />
      {more ? null : nobody ? (
        <p>
          <strong>Personne ne serait alerté.</strong>{' '}
          {proposal.unreachable.length === 0
            ? 'Aucun expert de l’annuaire ne répond à ce besoin pour cette entreprise.'
            : 'Ceux qui répondent à ce besoin n’ont pas d’adresse.'}
        </p>
      ) : (
        <p>
          <strong>{many(proposal.experts.length, 'expert serait alerté', 'experts seraient alertés')}</strong>
        </p>
      )}
      {!nobody && (
        <ul>
          {proposal.experts.map((expert) => (
            <li>
              <label>
                <input type="checkbox" name={name} value={expert.id} checked={ticked(expert.id, true)} />
                <span>
                  {expert.name}
                  {expert.absentUntil && (
                    <>
                      {' '}
                      <span class="tag wait">absent jusqu’au {longDay(expert.absentUntil)}</span>
                    </>
                  )}
                  <span class="why">
                    {expert.why.join(' ')}
                    {expert.note && ` ${expert.note}.`}
                    {expert.unverified.length > 0 && ` À vérifier : ${fields(expert.unverified)}.`}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {proposal.unreachable.length > 0 && (
        <>
          <p>
            <strong>Sans adresse dans l’annuaire</strong> : rien ne leur est envoyé. Ne cochez que qui vous joindrez
            vous-même.
          </p>
          <ul>
            {proposal.unreachable.map((expert) => (
              <li>
                <label>
                  <input type="checkbox" name={name} value={expert.id} checked={ticked(expert.id, false)} />
                  <span>
                    {expert.name} <span class="tag bad">sans adresse</span>
                    {expert.phone && <span class="why">Téléphone : {expert.phone}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      <Missing proposal={proposal} />
      {proposal.nearest.length > 0 && (nobody || chosen?.some((id) => proposal.nearest.some((one) => one.id === id))) && (
        <>
          <p>{more ? 'Les plus proches, qu’une règle arrête :' : 'Les plus proches, que vous pouvez alerter malgré tout :'}</p>
          <ul>
            {proposal.nearest.map((miss) => (
              <li>
                <label>
                  <input type="checkbox" name={name} value={miss.id} checked={ticked(miss.id, false)} />
                  <span>
                    {miss.name} {!miss.reachable && <span class="tag bad">sans adresse</span>}
                    <span class="why">{miss.sentence}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Missing({ proposal }: { proposal: Proposal }) {
  const asked = proposal.missing.filter((fact) => fact.unlocks > 0);
  if (asked.length === 0) return null;
  return (
    <p>
      À demander à l’entreprise :{' '}
      {asked.map((fact, at) => (
        <>
          {at > 0 && ', '}
          {FIELDS[fact.field] ?? fact.field} ({many(fact.unlocks, 'expert')} de plus)
        </>
      ))}
      .
    </p>
  );
}

const fields = (names: readonly string[]): string => names.map((name) => FIELDS[name] ?? name).join(', ');

/** For a company: who would call. */
export function CallersPart({ proposal }: { proposal: Proposal }) {
  if (proposal.experts.length === 0) {
    return (
      <div class="preview nobody" data-experts="0">
        <p>Un conseiller lira votre demande et cherchera avec vous qui peut vous aider.</p>
      </div>
    );
  }
  return (
    <div class="preview" data-experts={proposal.experts.length}>
      <p>
        <strong>Qui vous appellera</strong>
      </p>
      <ul>
        {proposal.experts.map((expert) => (
          <li>{expert.name}</li>
        ))}
      </ul>
    </div>
  );
}
