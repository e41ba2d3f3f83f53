import type { z } from 'zod';

import type { Problem } from '../contract';
import { toFieldName, wordsFor } from '../problems';
import { nearest } from '../../domain/nearest';
import type { LineOf } from './yaml-text';

/** The fields that are known at a path, to say what was probably meant. */
export type KnownFields = (path: readonly PropertyKey[]) => readonly string[];

/** What a schema found wrong in a file: each place with its line, unknown fields one by one. */
export function toFileProblems(
  issues: readonly z.core.$ZodIssue[],
  lineOf: LineOf,
  knownFields: KnownFields,
): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        problemAt(lineOf, [...issue.path, key], unknownField(key, knownFields(issue.path))),
      );
    }
    return [problemAt(lineOf, issue.path, wordsFor(issue))];
  });
}

/** A problem with the place where it stands. */
export function problemAt(lineOf: LineOf, path: readonly PropertyKey[], message: string): Problem {
  return { field: toFieldName(path), line: lineOf(path), message };
}

/** The problems in the order of the file. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function unknownField(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant === undefined
    ? `is not a field that is known here (known: ${known.join(', ')})`
    : `is not a field that is known here; did you mean ${meant}?`;
}
