/**
 * What is wrong with a form, at the head of its page: it takes the focus, by the browser itself where no script runs,
 * and each line leads to its field.
 */

import type { Errors } from './forms.js';
import { many } from './labels.js';

interface ErrorSummaryProps {
  errors: Errors;
  /** Fields whose `id` is not their name. */
  ids: Readonly<Record<string, string>>;
}

export function ErrorSummary({ errors, ids }: ErrorSummaryProps) {
  const faults = Object.entries(errors);
  return (
    <div class="notice bad" id="erreurs" role="alert" tabindex={-1} autofocus data-errors="" aria-labelledby="erreurs-titre">
      <p id="erreurs-titre">
        <strong>{many(faults.length, 'point est à corriger', 'points sont à corriger')}</strong>
      </p>
      <ul>
        {faults.map(([name, text]) => (
          <li>
            <a href={`#${ids[name] ?? name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const hasErrors = (errors: Errors | undefined): errors is Errors => errors !== undefined && Object.keys(errors).length > 0;
