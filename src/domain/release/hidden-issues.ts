import { findIssueKeys } from '../issue-key';
import type { JudgedBundle } from './judged-issue';

/** Issues that exist and that the viewer may not browse: nothing but that may be told. */
export type HiddenIssues = {
  /** Their keys, former ones too. */
  keys: ReadonlySet<string>;
  titles: ReadonlySet<string>;
};

export const NOTHING_HIDDEN: HiddenIssues = { keys: new Set(), titles: new Set() };

/**
 * Every issue that anything of a bundle names, in its own place or in a text; of the projects in it only.
 * `told`: `keysInTexts` of its issues, when that is known.
 */
export function namedKeys(
  bundle: JudgedBundle,
  told: readonly string[] = keysInTexts(bundle.issues),
): string[] {
  const { issues, ...rest } = bundle;
  const placed = [
    ...issues.flatMap(({ key, formerKeys }) => [key, ...formerKeys]),
    ...bundle.unreadable.map(({ key }) => key),
    ...bundle.unlisted.flatMap(({ key }) => key ?? []),
    ...issues.flatMap(({ dependencies }) =>
      dependencies.flatMap(({ key, neededBy }) => [key ?? [], neededBy ?? []].flat()),
    ),
  ];
  return withTold(placed, [...told, ...keysInTexts(rest)]);
}

/** These keys, and those of the same projects that any text of a value names; each once. */
export const withKeysInTexts = (placed: readonly string[], value: unknown): string[] =>
  withTold(placed, keysInTexts(value));

/** Whatever looks like the key of an issue in any text of a value, of whatever project; each once. */
export const keysInTexts = (value: unknown): string[] => [
  ...new Set(
    [...textsIn(value)]
      .filter((text) => text.includes('-'))
      .flatMap((text) => findIssueKeys(text, () => true)),
  ),
];

function withTold(placed: readonly string[], told: readonly string[]): string[] {
  const projects = new Set(placed.map(projectOf));
  return [...new Set([...placed, ...told.filter((key) => projects.has(projectOf(key)))])];
}

const projectOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

/** Each text once: thousands of issues say much the same. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) textsIn(one, found);
  }
  return found;
}
