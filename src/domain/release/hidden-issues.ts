import { findIssueKeys } from '../issue-key';
import type { JudgedBundle } from './judged-issue';

/** Issues that exist and that the viewer may not browse: nothing but that may be told. */
export type HiddenIssues = {
  /** Their keys, former ones too. */
  keys: ReadonlySet<string>;
  titles: ReadonlySet<string>;
};

export const NOTHING_HIDDEN: HiddenIssues = { keys: new Set(), titles: new Set() };

/** Every issue that anything of a bundle names, in its own place or in a text; of the projects in it only. */
export function namedKeys(bundle: JudgedBundle): string[] {
  const placed = [
    ...bundle.issues.flatMap(({ key, formerKeys }) => [key, ...formerKeys]),
    ...bundle.unreadable.map(({ key }) => key),
    ...bundle.unlisted.flatMap(({ key }) => key ?? []),
    ...bundle.issues.flatMap(({ dependencies }) =>
      dependencies.flatMap(({ key, neededBy }) => [key ?? [], neededBy ?? []].flat()),
    ),
  ];
  return withKeysInTexts(placed, bundle);
}

/** These keys, and those of the same projects that any text of a value names; each once. */
export function withKeysInTexts(placed: readonly string[], value: unknown): string[] {
  const projects = new Set(placed.map((key) => key.slice(0, key.lastIndexOf('-'))));
  const told = [...textsIn(value)]
    .filter((text) => text.includes('-'))
    .flatMap((text) => findIssueKeys(text, (project) => projects.has(project)));
  return [...new Set([...placed, ...told])];
}

/** Each text once: thousands of issues say much the same. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) textsIn(one, found);
  }
  return found;
}
