import { z } from 'zod';

import type { Problem } from './contract';

/** How a field is named to the reader: `projects.PAY.repositories[2].kind`. */
export function toFieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(whole)' : z.core.toDotPath(path);
}

/** Words for what zod finds wrong, where the schema has none of its own. */
export const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return `has unknown fields: ${issue.keys.join(', ')}`;
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') {
    return `must be ${typeName(issue.expected)}, not ${typeName(jsonType(issue.input))}`;
  }
  if (issue.code === 'invalid_value') {
    return `must be ${listed(issue.values)}, not ${shown(issue.input)}`;
  }
  return issue.code === 'too_small' && issue.origin !== 'number' ? 'must not be empty' : undefined;
};

/** What a schema found wrong with an input that came from no file. */
export function toProblems(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    field: toFieldName(issue.path),
    line: null,
    message: wordsFor(issue),
  }));
}

/** A name that cannot be used says why itself. */
export function wordsFor(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key'
    ? issue.issues.map(({ message }) => message).join('; ')
    : issue.message;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  null: 'empty',
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function jsonType(input: unknown): string {
  if (input === null) return 'null';
  return Array.isArray(input) ? 'array' : typeof input;
}

function listed(values: readonly unknown[]): string {
  const names = values.map(shown);
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
