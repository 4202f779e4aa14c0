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

/** What is wrong with each field, by its name. `Page` lists it at the head of the page, with links to the fields. */
export type Errors = Record<string, string>;

interface FieldProps {
  name: string;
  /** Where a page has the same field in several forms, each has an `id` of its own. */
  id?: string;
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

/** What ties a field to its hint and to what is wrong with it. */
export function tied(id: string, hint: string | undefined, error: string | undefined) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? ('true' as const) : undefined, 'aria-describedby': described || undefined };
}

/** The label is the field's name and nothing else; the hint and the error describe it. */
function Labelled(props: FieldProps & { id: string; children: ComponentChildren }) {
  const { id, name, label, hint, errors, required, children } = props;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {!required && <span class="muted"> (facultatif)</span>}
      </label>
      {hint && (
        <small class="hint" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      {children}
      <FieldError id={id} error={errors?.[name]} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <span class="error" id={`${id}-error`}>
      {error}
    </span>
  );
}

/** A field with its label, its hint and what is wrong with it. */
export function Field(props: FieldProps & InputProps) {
  const { name, id = name, label: _label, hint, value, errors, required, type = 'text', ...rest } = props;
  return (
    <Labelled {...props} id={id}>
      <input
        name={name}
        {...({ type } as { type: 'text' })}
        value={value ?? ''}
        required={required}
        {...tied(id, hint, errors?.[name])}
        {...rest}
      />
    </Labelled>
  );
}

/** A longer text. */
export function Area(props: FieldProps & { rows?: number; maxlength?: number; placeholder?: string }) {
  const { name, id = name, label: _label, hint, value, errors, required, ...rest } = props;
  return (
    <Labelled {...props} id={id}>
      <textarea name={name} required={required} {...tied(id, hint, errors?.[name])} {...rest}>
        {value ?? ''}
      </textarea>
    </Labelled>
  );
}

export function Select(props: FieldProps & { options: readonly (readonly [value: string, label: string])[] }) {
  const { name, id = name, hint, value, errors, options } = props;
  return (
    <Labelled {...props} id={id}>
      <select name={name} {...tied(id, hint, errors?.[name])}>
        {options.map(([option, text]) => (
          <option value={option} selected={option === (value ?? '')}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface CheckProps {
  name: string;
  id?: string;
  errors?: Errors | undefined;
  required?: boolean;
  value?: string;
  checked?: boolean;
  /** Beside the box, and no part of its name. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** One box to tick, such as an agreement. */
export function Check({ name, id = name, value = 'oui', checked, errors, required, beside, children }: CheckProps) {
  const error = errors?.[name];
  return (
    <div class="field">
      <label class="choice" for={id}>
        <input type="checkbox" name={name} value={value} checked={checked} required={required} {...tied(id, undefined, error)} />
        {children}
      </label>
      {beside}
      <FieldError id={id} error={error} />
    </div>
  );
}

interface GroupProps {
  name: string;
  id?: string;
  label: string;
  errors?: Errors | undefined;
  /** Whether one of them is chosen, or any number. */
  kind: 'one' | 'several';
  children: ComponentChildren;
}

/** Choices under one legend, which the list of errors can lead to. */
export function Group({ name, id = name, label, errors, kind, children }: GroupProps) {
  const error = errors?.[name];
  const { 'aria-describedby': described } = tied(id, undefined, error);
  return (
    <fieldset
      id={id}
      tabindex={error ? -1 : undefined}
      role={kind === 'one' ? 'radiogroup' : undefined}
      aria-invalid={kind === 'one' && error ? 'true' : undefined}
      aria-describedby={described}
    >
      <legend>{label}</legend>
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
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
export function CommuneField({ value, errors, choices, optional = false, hint = 'Le nom, le code postal, ou les deux' }: CommuneFieldProps) {
  const error = errors?.['commune'];
  return (
    <div class="field">
      <label for="commune">
        Commune de l’établissement
        {optional && <span class="muted"> (facultatif)</span>}
      </label>
      <small class="hint" id="commune-hint">
        {hint}
      </small>
      <div class="combo" data-communes="/communes">
        <input name="commune" value={value.text} required={!optional} autocomplete="off" maxlength={120} {...tied('commune', hint, error)} />
        <input type="hidden" name="commune_code" value={value.code} />
      </div>
      <FieldError id="commune" error={error} />
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
