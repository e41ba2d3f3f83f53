import { isMap, isNode, isScalar, LineCounter, parseDocument as parseYaml } from 'yaml';
import type { Document, Node } from 'yaml';
import { z } from 'zod';

/** Every fault that was found in one file, one per line: `site.yaml:12: hosts[0].token: is missing`. */
export class SiteFileError extends Error {
  constructor(lines: string[], options?: ErrorOptions) {
    super(lines.join('\n'), options);
    this.name = 'SiteFileError';
  }
}

export type File = { path: string; text: string };
type Issue = z.core.$ZodIssue;
/** Where a value stands in a file: `['hosts', 0, 'token']`. */
export type FieldPath = readonly PropertyKey[];

/** Reads YAML, or JSON (which is YAML too), by a schema; each error names file, line and field. */
export function parseDocument<Schema extends z.ZodType>(
  file: File,
  schema: Schema,
): z.output<Schema> {
  const result = schema.safeParse(readText(file));
  if (result.success) return result.data;
  throw faultsIn(file, result.error.issues.flatMap(spread));
}

/** The error that says what is wrong at which places of a file that parses. */
export function faultsIn(
  file: File,
  faults: { path: FieldPath; message: string }[],
): SiteFileError {
  const { document, lineOf } = locate(file);
  return new SiteFileError(
    faults.map(({ path, message }) => {
      const field = z.core.toDotPath([...path]) || 'the file';
      return `${file.path}:${lineOf(nodeAt(document, path))}: ${field}: ${message}`;
    }),
  );
}

/** JSON.parse first: on files of some megabytes it is a hundred times faster. */
function readText(file: File): unknown {
  if (!file.path.endsWith('.json')) return locate(file).document.toJS();
  try {
    return JSON.parse(file.text);
  } catch {
    locate(file);
    throw new SiteFileError([`${file.path}: is YAML, not JSON: write it as JSON`]);
  }
}

function locate({ path, text }: File): {
  document: Document.Parsed;
  lineOf: (node: Node | null) => number;
} {
  const lineCounter = new LineCounter();
  const document = parseYaml(text, { lineCounter });
  if (document.errors.length > 0) {
    throw new SiteFileError(
      document.errors.map(
        ({ message, pos }) =>
          `${path}:${lineCounter.linePos(pos[0]).line}: ${message.split('\n', 1)[0]?.replace(/:$/, '') ?? ''}`,
      ),
    );
  }
  return { document, lineOf: (node) => lineCounter.linePos(node?.range?.[0] ?? 0).line };
}

/** The key or value at a path; the nearest thing around it when it is missing. */
function nodeAt(document: Document.Parsed, path: FieldPath): Node | null {
  if (path.length === 0) return document.contents;
  const parent = document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1));
    if (isNode(key?.key)) return key.key;
  }
  const found = document.getIn(path, true);
  return isNode(found) ? found : nodeAt(document, path.slice(0, -1));
}

/** One line per unknown field, each at its own place. */
function spread(issue: Issue): { path: FieldPath; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: 'is not a field that exists here: correct its name or remove it',
    }));
  }
  return [{ path: issue.path, message: toWords(issue) }];
}

function toWords(issue: Issue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.message.endsWith('received undefined')
    ? `is missing: write a value (${issue.expected})`
    : `must be of the type ${issue.expected}`;
}
