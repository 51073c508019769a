import type { ErrorObject } from 'ajv';
import type { Problem } from '../errors.js';
import { nearest } from './nearest.js';
import { pointer, resolvePointer } from './pointer.js';
import { knownProperties } from './schema-node.js';
import { show } from './show.js';

type Wording = Pick<Problem, 'message' | 'next'>;

/** Ajv's errors in a reader's words: where, the offending value, and what to write instead. */
export function schemaProblems(input: unknown, errors: readonly ErrorObject[]): Problem[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(placeOf));
  return errors
    .filter(({ keyword }) => keyword !== 'propertyNames')
    .filter((error) => error.keyword !== 'enum' || !mistyped.has(placeOf(error)))
    .map((error) => ({ where: placeOf(error) || '/', ...wordingOf(input, error) }));
}

/** A bad property name is reported at the property, an unknown property as well. */
function placeOf({ instancePath, propertyName, params }: ErrorObject): string {
  const { additionalProperty } = params as { additionalProperty?: string };
  const key = propertyName ?? additionalProperty;
  return key === undefined ? instancePath : instancePath + pointer(key);
}

function wordingOf(input: unknown, error: ErrorObject): Wording {
  const value = error.propertyName ?? resolvePointer(input, error.instancePath);
  const params = error.params as Params;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownProperty(params.additionalProperty, knownProperties(error.instancePath));
    case 'required':
      return {
        message: `lacks ${show(params.missingProperty)}`,
        next: `Add ${show(params.missingProperty)}.`,
      };
    case 'enum':
      return unknownWord(value, params.allowedValues);
    case 'type':
      return {
        message: `is ${show(value)}, not ${typeName(params.type)}`,
        next: `Write ${typeName(params.type)}.`,
      };
    case 'pattern':
      return {
        message: `${show(value)} does not match ${params.pattern}`,
        next: 'Use only the characters and the length the pattern allows.',
      };
    case 'uniqueItems':
      return {
        message: `items ${params.j} and ${params.i} are the same`,
        next: `Remove item ${params.i}.`,
      };
    default:
      return outOfBounds(value, error);
  }
}

function outOfBounds(value: unknown, { keyword, params }: ErrorObject): Wording {
  const { comparison, limit } = params as { comparison?: string; limit: number };
  if (comparison !== undefined) {
    return {
      message: `${show(value)} is not ${comparison} ${limit}`,
      next: `Write a number ${comparison} ${limit}.`,
    };
  }
  const units = keyword.endsWith('Length') ? 'characters' : 'entries';
  return keyword.startsWith('min')
    ? { message: `has fewer than ${limit} ${units}`, next: `Give it at least ${limit}.` }
    : { message: `has more than ${limit} ${units}`, next: `Leave at most ${limit}.` };
}

/** Ajv's parameters, each present where its keyword says so. */
interface Params {
  readonly additionalProperty: string;
  readonly allowedValues: readonly string[];
  readonly i: number;
  readonly j: number;
  readonly missingProperty: string;
  readonly pattern: string;
  readonly type: string | readonly string[];
}

function unknownProperty(name: string, known: readonly string[]): Wording {
  const meant = nearest(name, known);
  return {
    message: `${show(name)} is not known here`,
    next: meant === null ? `Remove it. Known: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
  };
}

function unknownWord(value: unknown, allowed: readonly string[]): Wording {
  const meant = typeof value === 'string' ? nearest(value, allowed) : null;
  return {
    message: `${show(value)} is none of ${allowed.join(', ')}`,
    next: meant === null ? `Write one of ${allowed.join(', ')}.` : `Did you mean "${meant}"?`,
  };
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

function typeName(type: string | readonly string[]): string {
  return [type]
    .flat()
    .map((name) => typeNames[name] ?? name)
    .join(' or ');
}
