/** One schema of the document: its properties, or the values that it may have. */

import type { Schema } from '../../api/library-schemas.js';
import { Prose, Words } from './prose.js';

export function SchemaPart({ name, schema }: { name: string; schema: Schema }) {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const required = new Set((schema['required'] ?? []) as string[]);
  return (
    <article id={`schema-${name}`}>
      <h3>{name}</h3>
      <Prose text={schema['description'] as string | undefined} />
      {properties.length > 0 ? (
        <div class="scroll" tabindex={0} role="region" aria-label={`Champs de ${name}`}>
          <table aria-label={`Champs de ${name}`}>
            <thead>
              <tr>
                <th scope="col">Champ</th>
                <th scope="col">Type</th>
                <th scope="col">Ce que c’est</th>
              </tr>
            </thead>
            <tbody>
              {properties.map(([property, of]) => (
                <tr>
                  <th scope="row">
                    <code>{property}</code>
                    {required.has(property) && ' (requis)'}
                  </th>
                  <td>
                    <TypeOf schema={of} />
                  </td>
                  <td>
                    <Words text={of['description'] as string | undefined} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Values schema={schema} />
      )}
    </article>
  );
}

/** The values of a vocabulary in their words, or the type. */
function Values({ schema }: { schema: Schema }) {
  const values = ((schema['oneOf'] ?? []) as Schema[]).filter((one) => 'const' in one);
  if (values.length === 0) {
    return (
      <p>
        <TypeOf schema={schema} />
      </p>
    );
  }
  return (
    <dl class="facts">
      {values.map((one) => (
        <>
          <dt>
            <code>{String(one['const'])}</code>
          </dt>
          <dd>
            <Words text={(one['title'] ?? one['description']) as string | undefined} />
          </dd>
        </>
      ))}
    </dl>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  boolean: 'true ou false',
  object: 'objet',
  array: 'liste',
  null: 'rien',
};
const FORMATS: Readonly<Record<string, string>> = { 'date-time': 'instant', date: 'jour', uuid: 'UUID', uri: 'adresse' };

/** What may stand in a place, in a few words. */
export function TypeOf({ schema }: { schema: Schema }) {
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1);
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  if (Array.isArray(schema['anyOf'])) {
    const others = (schema['anyOf'] as Schema[]).filter((one) => one['type'] !== 'null');
    return <>{others.map((one) => <TypeOf schema={one} />)}</>;
  }
  if ('const' in schema) return <code>{JSON.stringify(schema['const'])}</code>;
  if (Array.isArray(schema['enum'])) return <>{(schema['enum'] as string[]).join(', ')}</>;
  if (schema['type'] === 'array') {
    return (
      <>
        liste de <TypeOf schema={(schema['items'] ?? {}) as Schema} />
      </>
    );
  }
  const format = FORMATS[String(schema['format'])];
  const types = ([] as unknown[]).concat(schema['type'] ?? []).filter((one) => one !== 'null');
  const bounds = boundsOf(schema);
  return (
    <>
      {format ?? types.map((one) => WORDS[String(one)] ?? String(one)).join(', ')}
      {bounds && ` (${bounds})`}
      {typeof schema['pattern'] === 'string' && (
        <>
          {' '}
          <code class="words">{schema['pattern']}</code>
        </>
      )}
    </>
  );
}

function boundsOf(schema: Schema): string {
  const words: string[] = [];
  if (schema['maxLength'] !== undefined) words.push(`${String(schema['maxLength'])} caractères au plus`);
  if (schema['minimum'] !== undefined && schema['minimum'] !== 0) words.push(`${String(schema['minimum'])} au moins`);
  if (schema['maximum'] !== undefined) words.push(`${String(schema['maximum'])} au plus`);
  return words.join(', ');
}
