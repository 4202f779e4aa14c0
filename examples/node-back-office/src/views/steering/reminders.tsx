import { labels, type NeedReminder } from '../../library.js';
import type { Made } from '../../services/figures/keeper.js';
import { listAddress, type Listing, type NumberedPage } from '../../web/listing.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { longDay, many, number } from '../labels.js';
import { Page } from '../layout.js';
import { ChoiceField, Filters, NumberedPages } from '../parts/listing.js';
import { MadeNotice } from '../parts/made.js';

export interface ReminderLine {
  kind: NeedReminder['kind'];
  subject: string;
  commune: string;
  days: number;
  experts: string[];
}

const KINDS: Record<string, { what: string; tag: string }> = {
  poke: { what: 'aux experts', tag: '' },
  last_chance: { what: 'aux experts et au conseiller', tag: 'wait' },
  abandoned: { what: 'à l’entreprise, avec des excuses', tag: 'bad' },
  refused: { what: 'au conseiller, pour chercher ailleurs', tag: 'bad' },
};

interface RemindersViewProps {
  frame: Frame;
  /** Nothing while reminders are being counted for the first time. */
  made: Made<unknown> | undefined;
  listing: Listing;
  /** How many there are, whatever the filters. */
  due: number;
  page: NumberedPage<ReminderLine>;
  experts: { name: string; waiting: number; old: number; oldest: string | undefined }[];
}

/** The kinds of reminders, as codes. */
export const REMINDER_KINDS = Object.keys(KINDS);

export function remindersView({ frame, made, listing, due, page, experts }: RemindersViewProps) {
  const lines = page.rows;
  const list = { path: '/pilotage/relances', listing };
  return (
    <Page frame={frame} title="Relances">
      <div class="row between head">
        <h1>Relances dues aujourd’hui</h1>
        {due > 0 && (
          <Form frame={frame} action="/pilotage/relances">
            <button type="submit">Envoyer {many(due, 'relance')}</button>
          </Form>
        )}
      </div>
      <p class="lead">Les besoins que personne n’a pris en charge. Chaque relance part une fois.</p>
      <MadeNotice made={made} again={listAddress(list.path, listing.filters)} />
      {due > 0 && (
        <Filters {...list}>
          <ChoiceField name="type" label="Relance" listing={listing} options={[['', 'Toutes'], ...REMINDER_KINDS.map((kind) => [kind, labels.reminderKind[kind as ReminderLine['kind']]] as const)]} />
        </Filters>
      )}
      {due > 0 && <p class="muted">{many(page.total, 'relance')}</p>}
      {made && due === 0 && <div class="notice good">Aucune relance n’est due.</div>}
      {due > 0 && lines.length === 0 && (
        <article>
          <p>Aucune relance ne correspond à ce filtre.</p>
        </article>
      )}
      {lines.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label="Relances dues">
          <table aria-label="Relances dues">
            <thead>
              <tr>
                <th scope="col">Relance</th>
                <th scope="col">Besoin</th>
                <th scope="col" class="number">Attend depuis</th>
                <th scope="col">Experts alertés</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const kind = KINDS[line.kind];
                return (
                  <tr>
                    <th scope="row">
                      <span class={`tag ${kind?.tag ?? ''}`}>{labels.reminderKind[line.kind]}</span>
                      <br />
                      <small>{kind?.what}</small>
                    </th>
                    <td>
                      {line.subject}
                      <br />
                      <small>{line.commune}</small>
                    </td>
                    <td class="number nowrap">{many(line.days, 'jour')}</td>
                    <td>{line.experts.join(', ')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <NumberedPages path={list.path} filters={listing.filters} page={page} label="relances" />
      {experts.length > 0 && (
        <>
          <h2>Experts qui ont beaucoup de demandes en attente</h2>
          <div class="scroll" tabindex={0} role="region" aria-label="Experts débordés">
            <table aria-label="Experts débordés">
              <thead>
                <tr>
                  <th scope="col">Expert</th>
                  <th scope="col" class="number">En attente</th>
                  <th scope="col" class="number">Anciennes</th>
                  <th scope="col">La plus ancienne</th>
                </tr>
              </thead>
              <tbody>
                {experts.map((expert) => (
                  <tr>
                    <th scope="row">{expert.name}</th>
                    <td class="number">{number(expert.waiting)}</td>
                    <td class="number">{number(expert.old)}</td>
                    <td>{expert.oldest && longDay(expert.oldest)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Page>
  );
}
