import { counted, named } from '../doctor/words';
import { compareKeys } from '../dependencies/key-order';
import type { OpenThing } from './open-things';

/** What to do with how many of what; names of repositories, or of issues where there is no repository, follow. */
const TITLES: Readonly<Record<string, readonly [verb: string, one: string]>> = {
  'db-change': ['Review', 'migration'],
  'mendix-model': ['Review', 'change of the Mendix model'],
  'secret-change': ['Review', 'file that may hold secrets'],
  'infra-change': ['Review', 'infrastructure change'],
  'config-change': ['Look at', 'configuration file'],
  'dependency-change': ['Look at', 'lock file'],
  'adapted-change': ['Compare', 'adapted change'],
  'check-failed': ['Repair', 'failed check'],
  'check-pending': ['Wait for', 'check'],
  'open-pull-request': ['Merge or close', 'pull request'],
  'source-behind': ['Promote first', 'change'],
  'not-in-source': ['Promote first', 'change'],
  'not-arrived': ['Bring over', 'change'],
  'deployment-failed': ['Repair', 'deployment'],
  'changed-since-sign-off': ['Have tested again', 'change'],
  'reverted-in-target': ['Decide about', 'reverted change'],
  'manual-step': ['Do by hand', 'step'],
  unreviewed: ['Have reviewed', 'change'],
  'approval-stale': ['Have approved again', 'pull request'],
  'missing-dependency': ['Bring along or promote first', 'needed issue'],
  'evidence-gap': ['Make readable', 'part of the evidence'],
  'unlisted-change': ['Look at', 'change outside the release'],
};

const PLURALS: Readonly<Record<string, string>> = {
  'change of the Mendix model': 'changes of the Mendix model',
  'file that may hold secrets': 'files that may hold secrets',
  'part of the evidence': 'parts of the evidence',
  'change outside the release': 'changes outside the release',
};

export const isCounted = (code: string): boolean => Object.hasOwn(TITLES, code);

/** `Review 3 migrations in Ledger schema (LED-3, PAY-1)`; of one thing without a title its own words. */
export function titleOf(things: readonly OpenThing[]): string {
  const [first] = things;
  if (first === undefined) return '';
  const keys = [...new Set(things.flatMap(({ issueKey }) => issueKey ?? []))].sort(compareKeys);
  const title = isCounted(first.code) ? TITLES[first.code] : undefined;
  if (title === undefined) return plainTitle(things, keys);
  if (first.code === 'manual-step' && things.length === 1) return `${title[0]}: ${first.text}`;
  return countedTitle(things, keys, title);
}

function countedTitle(
  things: readonly OpenThing[],
  keys: readonly string[],
  [verb, one]: readonly [verb: string, one: string],
): string {
  const places = things[0]?.places ?? [];
  const pieces = new Set(things.flatMap((thing) => thing.pieces)).size;
  const where = places.length > 0 ? ` in ${named(places)}` : '';
  const whose = keys.length > 0 ? ` (${named(keys)})` : '';
  const what = counted(Math.max(pieces, 1), one, PLURALS[one] ?? `${one}s`);
  return `${verb} ${what}${where}${whose}`;
}

function plainTitle(things: readonly OpenThing[], keys: readonly string[]): string {
  const texts = [...new Set(things.map(({ text }) => text))];
  const [text = ''] = texts;
  if (texts.length === 1) return text.replace(/\.$/, '');
  const code = (things[0]?.code ?? '').replaceAll('-', ' ');
  const whose = keys.length > 0 ? `: ${named(keys)}` : '';
  return `Settle ${counted(texts.length, `open point`)} of ${code}${whose}`;
}
