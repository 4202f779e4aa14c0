/** The API for those who write a client: what it says is the document's. */

import { EXAMPLE_DEPOSIT, operationsOf, type ApiDocument } from '../../api/reading.js';
import { PROBLEM_CODES, PROBLEMS } from '../../api/problems.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { OperationPart } from './operation.js';
import { Prose } from './prose.js';
import { SchemaPart } from './schema.js';

interface DocumentationViewProps {
  frame: Frame;
  document: ApiDocument;
  baseUrl: string;
}

export function documentationView({ frame, document, baseUrl }: DocumentationViewProps) {
  const { info, tags, webhooks, components } = document;
  return (
    <Page frame={frame} title="API des partenaires">
      <h1>{info.title}</h1>
      <p class="lead">
        Version {info.version}. Le même document pour les programmes : <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
      </p>
      <Prose text={info.description} />
      <h2>Pour commencer</h2>
      <pre tabindex={0} aria-label="Un dépôt avec curl">
        <code>{curl(baseUrl)}</code>
      </pre>
      {tags.map((tag) => (
        <section>
          <h2>{tag.name}</h2>
          <Prose text={tag.description} />
          {operationsOf(document, tag.name).map((operation) => (
            <OperationPart operation={operation} />
          ))}
        </section>
      ))}
      <section>
        <h2>Webhooks</h2>
        {Object.entries(webhooks).flatMap(([name, methods]) =>
          Object.entries(methods).map(([method, operation]) => (
            <OperationPart operation={{ ...operation, method: method.toUpperCase(), path: `votre adresse (${name})` }} />
          )),
        )}
      </section>
      <section>
        <h2>Erreurs</h2>
        <Prose text="Une erreur est un application/problem+json (RFC 9457). code dit laquelle aux programmes ; errors dit toutes les fautes à la fois, chacune avec l’endroit (where, un pointeur JSON) et quoi faire (hint)." />
        <dl>
          {PROBLEM_CODES.map((code) => {
            const { status, title, ...kind } = PROBLEMS[code];
            return (
              <>
                <dt id={`erreur-${code}`}>
                  <code>{code}</code> <span class="tag plain">{status}</span>
                </dt>
                <dd>
                  {title}. {'hint' in kind && kind.hint}
                </dd>
              </>
            );
          })}
        </dl>
      </section>
      <section>
        <h2>Schémas</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <SchemaPart name={name} schema={schema} />
        ))}
      </section>
    </Page>
  );
}

const curl = (baseUrl: string): string =>
  [
    `curl ${baseUrl}/api/v1/requests \\`,
    `  -H 'Authorization: Bearer aig_…' \\`,
    `  -H 'Idempotency-Key: 0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(EXAMPLE_DEPOSIT, null, 2)}'`,
  ].join('\n');
