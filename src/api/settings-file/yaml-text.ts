import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

import type { Problem } from '../contract';

/** A YAML text that could be read, and where its fields stand. */
export type YamlText = { content: unknown; lineOf: LineOf };

/** The line, counted from 1, of the field at a path; of the nearest field around it when there is none. */
export type LineOf = (path: readonly PropertyKey[]) => number | null;

/** Reads YAML. Its own errors (indentation, a key twice, …) are all reported. */
export function readYaml(text: string): YamlText | { problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      field: '(whole)',
      line: lineAt(pos[0]),
      message: `is not YAML: ${message}`,
    }));
    return { problems };
  }
  return withContent(document, (path) => {
    const offset = offsetOf(document, path);
    return offset === null ? null : lineAt(offset);
  });
}

function withContent(document: Document, lineOf: LineOf): YamlText | { problems: Problem[] } {
  try {
    return { content: document.toJS() as unknown, lineOf };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = `has aliases that cannot be followed: ${error.message}`;
    return { problems: [{ field: '(whole)', line: null, message }] };
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const step of path) {
    const inside = childAt(isAlias(node) ? node.resolve(document) : node, step);
    if (inside === undefined) break;
    node = inside.value;
    offset = rangeStart(inside.mark) ?? offset;
  }
  return offset;
}

/** What is at a key or index, and the node that a person would point at: the key, or the item. */
function childAt(node: unknown, step: PropertyKey): { value: unknown; mark: unknown } | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { value: item, mark: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => (isScalar(key) ? key.value : key) === step);
  return pair && { value: pair.value, mark: pair.key };
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  return Array.isArray(node.range) ? (node.range[0] as number) : null;
}
