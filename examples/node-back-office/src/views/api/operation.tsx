/** One operation: its address, what it takes and what it answers. */

import type { NamedOperation } from '../../api/reading.js';
import { Prose, Words } from './prose.js';
import { TypeOf } from './schema.js';

export function OperationPart({ operation }: { operation: NamedOperation }) {
  const { operationId, method, path, summary, description, parameters = [], requestBody, responses } = operation;
  const label = `Paramètres, ${summary}`;
  return (
    <article id={operationId}>
      <h3>{summary}</h3>
      <p>
        <code class="words">
          {method} {path}
        </code>
      </p>
      <Prose text={description} />
      {parameters.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label={label}>
          <table aria-label={label}>
            <thead>
              <tr>
                <th scope="col">Paramètre</th>
                <th scope="col">Où</th>
                <th scope="col">Type</th>
                <th scope="col">Ce que c’est</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map((parameter) => (
                <tr>
                  <th scope="row">
                    <code>{parameter.name}</code>
                    {parameter.required && ' (requis)'}
                  </th>
                  <td>{PLACES[parameter.in] ?? parameter.in}</td>
                  <td>
                    <TypeOf schema={parameter.schema} />
                  </td>
                  <td>
                    <Words text={parameter.description} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {requestBody && (
        <p>
          Corps : <Content content={requestBody.content} />
        </p>
      )}
      <dl class="facts">
        {Object.entries(responses).map(([status, response]) => (
          <>
            <dt>{status}</dt>
            <dd>
              {response.content && (
                <>
                  <Content content={response.content} />.{' '}
                </>
              )}
              <Words text={response.description} />
            </dd>
          </>
        ))}
      </dl>
    </article>
  );
}

function Content({ content }: { content: NonNullable<NamedOperation['requestBody']>['content'] }) {
  return (
    <>
      {Object.values(content).map(({ schema }) => (
        <TypeOf schema={schema} />
      ))}
    </>
  );
}

const PLACES: Readonly<Record<string, string>> = { path: 'adresse', query: 'après « ? »', header: 'en-tête' };
