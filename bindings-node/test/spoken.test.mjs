// What is wrong, in French and in English: the same words as in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Directory, DirectoryError, diagnosticCode, diagnosticMessage } from 'aiguillage';
import { thrown, vectors } from './shared.mjs';

const SPOKEN = vectors('spoken/index.json');

for (const { name, directory, findings } of SPOKEN.directories) {
  test(`findings speak both languages: ${name}`, () => {
    const error = thrown(() => Directory.fromJson(JSON.stringify(directory)));
    assert.ok(error instanceof DirectoryError);
    const found = error.diagnostics.map((one) => ({
      code: one.code,
      en: diagnosticMessage(one, 'en'),
      fr: diagnosticMessage(one, 'fr'),
    }));
    assert.deepEqual(found, findings);
    assert.equal(error.messageIn('en'), error.message);
    assert.match(error.messageIn('fr'), /^erreur\[/);
  });
}

test('codes say what to do', () => {
  assert.equal(diagnosticCode('lost_zero').severity, 'warning');
  assert.notEqual(diagnosticCode('lost_zero', 'fr').remedy, diagnosticCode('lost_zero', 'en').remedy);
  assert.equal(thrown(() => diagnosticCode('lost_zeros')).code, 'invalid_value');
});
