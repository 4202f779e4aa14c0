/** Forms and their fields: every form carries the token against forged requests. */

import type { ComponentChildren } from 'preact';
import type { PlaceChoice } from '../services/places.js';
import type { Frame } from './frame.js';

interface FormProps {
  frame: Frame;
  action: string;
  class?: string;
  id?: string;
  children: ComponentChildren;
  'data-preview'?: string;
}

export function Form({ frame, children, ...attributes }: FormProps) {
  return (
    <form method="post" {...attributes}>
      <input type="hidden" name="_csrf" value={frame.token} />
      {children}
    </form>
  );
}

export type Errors = Record<string, string>;

interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  value?: string | undefined;
  errors?: Errors | undefined;
  required?: boolean;
}

interface InputProps {
  type?: 'text' | 'email' | 'password' | 'tel' | 'date';
  maxlength?: number;
  placeholder?: string;
  autocomplete?: string;
  inputmode?: 'numeric';
}

/** A field with its label, its hint and what is wrong with it. */
export function Field(props: FieldProps & InputProps) {
  const { name, label, hint, value, errors, required, type = 'text', ...rest } = props;
  const error = errors?.[name];
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <div>
      <label for={name}>
        {label}
        {!required && <span class="muted"> (facultatif)</span>}
        {hint && <small id={`${name}-hint`}>{hint}</small>}
        <input
          id={name}
          name={name}
          {...({ type } as { type: 'text' })}
          value={value ?? ''}
          required={required}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={described || undefined}
          {...rest}
        />
        {error && (
          <span class="error" id={`${name}-error`}>
            {error}
          </span>
        )}
      </label>
    </div>
  );
}

/** A longer text. Where a page has the same field in several forms, each has an `id` of its own. */
export function Area(props: FieldProps & { id?: string; rows?: number; maxlength?: number; placeholder?: string }) {
  const { id = props.name, name, label, hint, value, errors, required, ...rest } = props;
  const error = errors?.[name];
  return (
    <label for={id}>
      {label}
      {!required && <span class="muted"> (facultatif)</span>}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      <textarea
        id={id}
        name={name}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
        {...rest}
      >
        {value ?? ''}
      </textarea>
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </label>
  );
}

export function Select(props: FieldProps & { options: readonly (readonly [value: string, label: string])[] }) {
  const { name, label, hint, value, errors, required, options } = props;
  const error = errors?.[name];
  return (
    <label for={name}>
      {label}
      {!required && <span class="muted"> (facultatif)</span>}
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      <select id={name} name={name} aria-invalid={error ? 'true' : undefined}>
        {options.map(([id, text]) => (
          <option value={id} selected={id === (value ?? '')}>
            {text}
          </option>
        ))}
      </select>
      {error && <span class="error">{error}</span>}
    </label>
  );
}

interface CommuneFieldProps {
  value: { code: string; text: string };
  errors?: Errors | undefined;
  /** Communes to choose from, when what was written fits several. */
  choices?: readonly PlaceChoice[] | undefined;
  /** Whether it may be left blank: the hint says when. */
  optional?: boolean;
  hint?: string | undefined;
}

/**
 * The commune, completed as one types by the script; without it, what was written is looked up by the server, which
 * offers the choice where several communes fit.
 */
export function CommuneField({ value, errors, choices, optional = false, hint }: CommuneFieldProps) {
  const error = errors?.['commune'];
  return (
    <div>
      <label for="commune">
        Commune de l’établissement
        <small id="commune-hint">{hint ?? 'Le nom, le code postal, ou les deux'}</small>
      </label>
      <div class="combo" data-communes="/communes">
        <input
          id="commune"
          name="commune"
          value={value.text}
          required={!optional}
          autocomplete="off"
          maxlength={120}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'commune-hint commune-error' : 'commune-hint'}
        />
        <input type="hidden" name="commune_code" value={value.code} />
      </div>
      {error && (
        <span class="error" id="commune-error">
          {error}
        </span>
      )}
      {choices && choices.length > 0 && (
        <fieldset>
          <legend>{choices.length === 1 ? 'Cochez-la si c’est elle, ou corrigez' : 'Laquelle ?'}</legend>
          {choices.map((choice) => (
            <label>
              <input type="radio" name="commune_choice" value={choice.code} />
              {choice.label}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
