/** The library's table of permissions, as it is. */

import { labels, type PermissionRule } from '../library.js';
import type { Frame } from './frame.js';
import { Page } from './layout.js';

export function permissionsView({ frame, rules }: { frame: Frame; rules: readonly PermissionRule[] }) {
  const roles = [...new Set(rules.map((rule) => rule.role))];
  const actions = [...new Set(rules.map((rule) => rule.action))];
  const scope = new Map(rules.map((rule) => [`${rule.role} ${rule.action}`, rule.scope]));
  return (
    <Page frame={frame} title="Qui peut voir et faire quoi">
      <h1>Qui peut voir et faire quoi</h1>
      <p class="lead">De quels besoins chaque rôle peut voir ou faire quelque chose. Le service n’a pas d’autre règle que cette table.</p>
      <div class="scroll" tabindex={0} role="region" aria-label="Droits par rôle">
        <table aria-label="Droits par rôle">
          <thead>
            <tr>
              <th scope="col">Ce qui peut être vu ou fait</th>
              {roles.map((role) => (
                <th scope="col">{labels.role[role]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <tr>
                <th scope="row">{labels.action[action]}</th>
                {roles.map((role) => {
                  const of = scope.get(`${role} ${action}`) ?? 'nothing';
                  return <td>{of === 'nothing' ? <span class="muted">{labels.scope[of]}</span> : labels.scope[of]}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted">
        Le périmètre d’une antenne régionale ou nationale comprend les antennes de son institution dont le territoire est dans le sien.
      </p>
    </Page>
  );
}
