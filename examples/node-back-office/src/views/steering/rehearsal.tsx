/** What a task would do now. */

import type { Rehearsal } from '../../scheduler/dry-run.js';
import type { Frame } from '../frame.js';
import { many } from '../labels.js';
import { Page } from '../layout.js';
import { messageKind } from './message-kind.js';

interface RehearsalViewProps {
  frame: Frame;
  task: string;
  rehearsal: Rehearsal;
  /** Whether steering reads to whom companies' messages go: only where they are shown rather than sent. */
  named: boolean;
}

export function rehearsalView({ frame, task, rehearsal: { items, left }, named }: RehearsalViewProps) {
  const messages = items.reduce((sum, item) => sum + item.messages.length, 0);
  return (
    <Page frame={frame} title={`${task}, à blanc`}>
      <p class="crumb">
        <a href="/pilotage/automatismes">Automatismes</a>
      </p>
      <h1>{task}, à blanc</h1>
      <p class="lead">
        {items.length === 0 ? 'Rien n’est dû maintenant.' : `${many(items.length, 'chose à faire', 'choses à faire')}, ${many(messages, 'message')}.`} Rien n’est parti.
      </p>
      {items.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label="Ce qui partirait">
          <table aria-label="Ce qui partirait">
            <thead>
              <tr>
                <th scope="col">Quoi</th>
                <th scope="col">Ce qui partirait, et à qui</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr>
                  <th scope="row">{item.what}</th>
                  <td>
                    {item.failed && <span class="tag bad">Échec : {item.failed}</span>}
                    {!item.failed && item.messages.length === 0 && <span class="muted">Aucun message.</span>}
                    {item.messages.map((message) => (
                      <div>
                        {messageKind(message.key)} : {named || !message.key.startsWith('company_') ? message.recipient : 'l’entreprise'}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left > 0 && <p class="muted">Et {many(left, 'autre', 'autres')}, que cet essai ne montre pas.</p>}
    </Page>
  );
}
