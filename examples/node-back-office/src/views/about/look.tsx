/** Light or dark, as one likes: kept in a cookie, so that it works without script and no page flashes. */

import { Form, Group } from '../forms.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { LOOKS } from '../look.js';

export function lookView({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title="Affichage" narrow>
      <h1>Affichage</h1>
      {frame.hasDark ? (
        <Form frame={frame} action="/affichage">
          <Group name="look" label="Couleurs" kind="one">
            {LOOKS.map(([look, label]) => (
              <label>
                <input type="radio" name="look" value={look} checked={look === frame.look} />
                {label}
              </label>
            ))}
          </Group>
          <button type="submit">Enregistrer</button>
        </Form>
      ) : (
        <p>Ce service n’a que des couleurs claires.</p>
      )}
    </Page>
  );
}
