/** Checks what comes in against the schemas of the document, and says in French all that is wrong at once. */

import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import { pointed } from '../services/partners/reading.js';
import type { Fault } from '../services/partners/faults.js';
import type { Schema } from './library-schemas.js';
import { Problem } from './problems.js';

/**
 * More values than any deposit has. Ajv tells of every wrong one, in a time that grows with the square of their number:
 * 120 kB of them held the process up for a minute.
 */
const MOST_VALUES = 2000;

/** Bodies are taken as they are; the texts of an address become what their schemas say. */
export function validatorCompiler(components: readonly Schema[]): FastifySchemaCompiler<object> {
  const withSchemas = (coerceTypes: boolean): Ajv2020 => {
    const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, coerceTypes, useDefaults: coerceTypes });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    ajv.addSchema([...components]);
    return ajv;
  };
  const [bodies, others] = [withSchemas(false), withSchemas(true)];
  return ({ schema, httpPart }) => {
    const check = (httpPart === 'body' ? bodies : others).compile(schema);
    return (value: unknown) => {
      if (countedTo(MOST_VALUES, value) > MOST_VALUES) return { error: new Problem('too_long') };
      if (check(value)) return { value };
      // What is no id of anything does not exist; a body or a parameter is said to be wrong.
      if (httpPart === 'params') return { error: new Problem('not_found') };
      if (httpPart === 'headers') return { error: new Problem('idempotency_key_missing') };
      return { error: new Problem('invalid', faultsIn(check.errors ?? [])) };
    };
  };
}

/** How many values a JSON value holds, itself included; whatever more than `most` where there are more. */
function countedTo(most: number, value: unknown): number {
  let count = 1;
  if (value !== null && typeof value === 'object') {
    for (const one of Object.values(value)) {
      if (count > most) break;
      count += countedTo(most - count, one);
    }
  }
  return count;
}

function faultsIn(errors: readonly ErrorObject[]): Fault[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  // What failed within a choice is why the choice failed: one fault is enough.
  const told = errors.filter((error) => !choices.some((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`)));
  const faults = told.map(faultOf);
  return faults.filter((fault, at) => faults.findIndex((one) => one.where === fault.where && one.code === fault.code) === at);
}

function faultOf({ keyword, instancePath, params, parentSchema }: ErrorObject): Fault {
  const given = params as Record<string, unknown>;
  const hint = examplesOf(parentSchema as Schema | undefined);
  const fault = (code: string, detail: string, where = instancePath, more: string | undefined = hint): Fault => ({ code, where, detail, ...(more && { hint: more }) });
  switch (keyword) {
    case 'required':
      return fault('required', 'Ce champ manque.', `${instancePath}/${pointed(String(given['missingProperty']))}`, undefined);
    case 'additionalProperties': {
      const known = Object.keys((parentSchema as { properties?: object }).properties ?? {}).join(', ');
      return fault('unknown_field', 'Ce champ n’existe pas.', `${instancePath}/${pointed(String(given['additionalProperty']))}`, `Les champs : ${known}.`);
    }
    case 'type':
      return fault('wrong_type', `Ici vient ${typeWords(given['type'])}.`);
    case 'const':
    case 'enum':
    case 'oneOf':
    case 'anyOf':
      return fault('not_offered', 'Cette valeur n’est pas prise.', instancePath, valuesOf(keyword, parentSchema as Schema | undefined));
    case 'minLength':
    case 'minItems':
      return fault('too_short', keyword === 'minItems' ? `Il en faut ${String(given['limit'])} au moins.` : 'Ce texte est vide.');
    case 'maxLength':
    case 'maxItems':
      return fault('too_long', keyword === 'maxItems' ? `Il en faut ${String(given['limit'])} au plus.` : `Ce texte dépasse ${String(given['limit'])} caractères.`);
    case 'minimum':
    case 'maximum':
      return fault('out_of_range', `Ce nombre est ${keyword === 'minimum' ? 'trop petit' : 'trop grand'}.`, instancePath, `${keyword === 'minimum' ? 'Le plus petit' : 'Le plus grand'} : ${String(given['limit'])}.`);
    default:
      return fault('wrong_form', 'Ce n’est pas écrit comme il faut.');
  }
}

const examplesOf = (schema: Schema | undefined): string | undefined => {
  const examples = schema?.['examples'];
  return Array.isArray(examples) && examples.length > 0 ? `Par exemple : ${String(examples[0])}.` : undefined;
};

function valuesOf(keyword: string, schema: Schema | undefined): string | undefined {
  const held = schema?.[keyword];
  const values = keyword === 'const' ? [held] : Array.isArray(held) ? held.map((one) => (keyword === 'enum' ? one : (one as Schema)?.['const'])) : [];
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? `Sont pris : ${known.map(String).join(', ')}.` : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  integer: 'un nombre entier',
  number: 'un nombre',
  boolean: 'true ou false',
  object: 'un objet',
  array: 'une liste',
  null: 'null',
};
const typeWords = (type: unknown): string => ([] as unknown[]).concat(type).map((one) => TYPES[String(one)] ?? String(one)).join(' ou ');
