// Perimeters and permissions.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Directory, labels, may, permissionRules } from 'aiguillage';

import { thrown } from './shared.mjs';

const need = { id: 'n', subject: 'recruter', depositedOn: '2026-11-01', adviser: 'agent-7' };

test('a perimeter is an antenne and those below it', () => {
  const directory = Directory.fromJson(
    JSON.stringify({
      institutions: [{ id: 'cci', name: 'CCI' }],
      antennes: [
        { id: 'hdf', institution: 'cci', name: 'H', level: 'regional', zones: ['region:32'] },
        { id: 'somme', institution: 'cci', name: 'S', zones: ['departement:80'] },
      ],
    }),
  );
  assert.deepEqual(directory.perimeter('hdf'), ['hdf', 'somme']);
  assert.equal(thrown(() => directory.perimeter('hdff')).code, 'unknown_antenne');
});

test('permissions follow one table', () => {
  assert.equal(permissionRules().length, Object.keys(labels.role).length * Object.keys(labels.action).length);
  assert.ok(may({ role: 'adviser', adviser: 'agent-7' }, 'send', need, []).allowed);
  assert.deepEqual(may({ role: 'steering' }, 'see_contact', need, []), {
    allowed: false,
    scope: 'nothing',
    reason: 'not_for_role',
  });
  assert.equal(thrown(() => may({ role: 'expert' }, 'see_need', need, [])).field, 'actor.expert');
});
