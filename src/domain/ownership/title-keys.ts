import { locateIssueKeys, type IsProjectKey, type LocatedKey } from '../issue-key';
import { parseRevertTitle } from './revert-title';

/** What the keys of a title stand for; each list holds distinct keys in order. */
export type TitleKeys = {
  /** The first run of keys, wherever it stands. */
  owns: string[];
  /** Keys of the change that a revert undoes. */
  reverts: string[];
  /** Keys of the change that the revert of a revert, or a reapply, brings back. */
  reapplies: string[];
  later: string[];
  quoted: string[];
};

/** All that may stand between two keys of one run: spaces, punctuation, "and". */
const JOINT = /^(?:[\s\p{P}\p{S}]|and)*$/iu;
/** From the first quotation mark of a kind to the last one, or to the end: quotations nest and are cut. */
const QUOTATION = /".*"|".*$|“.*”|“.*$|«.*»|`.*`|(?<![\p{L}\p{N}])'.*'(?![\p{L}\p{N}])/gsu;

/**
 * Reads the title of a commit, of a pull request or of a bullet.
 *
 * `PAY-1, PAY-2: fix both`, `Fix login (PAY-12) (#34)` and `[PAY-1][PAY-2] x` own all that they name.
 * In `PAY-9 Backport "PAY-7 …"` a quoted title ends the run. In `PAY-9 Revert "PAY-7 …"` what
 * stands outside the quotation is read like any title, what stands inside is undone.
 */
export function readTitle(title: string, isProjectKey: IsProjectKey): TitleKeys {
  const revert = parseRevertTitle(title);
  if (!revert) return { ...plainKeys(title, isProjectKey), reverts: [], reapplies: [] };
  const outside = plainKeys(revert.outside, isProjectKey);
  const subject = plainKeys(revert.subject, isProjectKey);
  return {
    owns: outside.owns,
    reverts: revert.undoes ? subject.owns : [],
    reapplies: revert.undoes ? [] : subject.owns,
    later: outside.later,
    quoted: [...outside.quoted, ...subject.later, ...subject.quoted],
  };
}

function plainKeys(
  title: string,
  isProjectKey: IsProjectKey,
): Pick<TitleKeys, 'owns' | 'later' | 'quoted'> {
  const keys = locateIssueKeys(title, isProjectKey);
  const run = firstRun(title, keys);
  const owns = distinct(run);
  const rest = keys.slice(run.length).filter(({ key }) => !owns.includes(key));
  const isQuoted = (located: LocatedKey): boolean => quotationAround(title, located) !== null;
  return {
    owns,
    later: distinct(rest.filter((located) => !isQuoted(located))),
    quoted: distinct(rest.filter(isQuoted)),
  };
}

const distinct = (keys: LocatedKey[]): string[] => [...new Set(keys.map(({ key }) => key))];

/** The first key and those that follow it, parted by nothing that matters. */
export function firstRun(text: string, keys: LocatedKey[]): LocatedKey[] {
  const broken = keys.findIndex((located, index) => {
    const before = keys[index - 1];
    return before !== undefined && !continuesRun(text, before, located);
  });
  return broken === -1 ? keys : keys.slice(0, broken);
}

function continuesRun(text: string, before: LocatedKey, located: LocatedKey): boolean {
  if (!JOINT.test(text.slice(before.end, located.start))) return false;
  const quotation = quotationAround(text, located);
  return quotation === null || quotation.start < before.start || quotation.isKeyAlone;
}

/** The quotation that a key stands in. */
export function quotationAround(
  text: string,
  { start, end }: LocatedKey,
): { start: number; isKeyAlone: boolean } | null {
  const around = [...text.matchAll(QUOTATION)].find(
    ({ 0: quotation, index }) => index < start && end <= index + quotation.length,
  );
  if (!around) return null;
  return { start: around.index, isKeyAlone: around[0].length <= end - start + 2 };
}
