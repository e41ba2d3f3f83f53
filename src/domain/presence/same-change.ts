import { parseTrailers } from '../ownership/trailers';
import type { CommitHistory } from './commit-history';
import type { KnownDiff } from './diff-fact';
import type { PresenceCommit, PresenceFacts } from './presence-facts';

const PICK = /^[ \t*]*\(cherry picked from commit ([0-9a-f]{7,64})\)[ \t\r]*$/gim;

/** Commits that carry the same change, link by link. */
export type SameChange = {
  /** Through `(cherry picked from commit …)` alone, either way, chains too. */
  picks: (sha: string) => ReadonlySet<string>;
  changeId: (sha: string) => readonly string[];
  patch: (sha: string) => readonly string[];
  /** Through any of these in any order. */
  linked: (sha: string) => ReadonlySet<string>;
  /** The same patch without its context, owned by the same issue. */
  loosePatch: (sha: string) => readonly string[];
  /** Through any of these and loose patches; the commit itself is in it. */
  all: (sha: string) => ReadonlySet<string>;
  withPatch: (patchId: string | null) => readonly string[];
};

/**
 * Shas that a message says its commit was picked from. A message with such lines in several
 * paragraphs joins several changes: it holds each of them, and none of them holds it.
 */
function pickedFrom(message: string): { shas: string[]; isOne: boolean } {
  const lines = [...message.matchAll(PICK)];
  const rest = message.slice(lines[0]?.index ?? message.length);
  return {
    shas: lines.map(([, sha = '']) => sha.toLowerCase()),
    isOne: !/\n[ \t\r]*\n[ \t\r]*\S/.test(rest),
  };
}

function changeIds(message: string): string[] {
  if (!/^change-id:/im.test(message)) return [];
  return parseTrailers(message)
    .filter(({ key, value }) => key.toLowerCase() === 'change-id' && /^I[0-9a-f]{8,}$/i.test(value))
    .map(({ value }) => value.toLowerCase());
}

export function createSameChange(
  history: CommitHistory,
  known: (sha: string) => KnownDiff | undefined,
  ownedKeys: PresenceFacts['ownedKeys'],
): SameChange {
  const pickLinks = linkPicks(history);
  const byChangeId = indexed(history.commits, ({ message }) => changeIds(message));
  const byPatch = indexed(history.commits, ({ sha }) => known(sha)?.patchId ?? []);
  const byLoose = indexed(history.commits, ({ sha }) => known(sha)?.loosePatchId ?? []);
  const picks = (sha: string): readonly string[] => pickLinks.get(sha) ?? [];
  const changeId = (sha: string): string[] =>
    changeIds(history.find(sha)?.message ?? '').flatMap((id) => byChangeId.get(id) ?? []);
  const patch = (sha: string): readonly string[] => byPatch.get(known(sha)?.patchId ?? '') ?? [];
  const loosePatch = (sha: string): string[] => {
    const keys = new Set(ownedKeys(sha));
    const alike = byLoose.get(known(sha)?.loosePatchId ?? '') ?? [];
    return alike.filter((one) => ownedKeys(one).some((key) => keys.has(key)));
  };
  const linked = (sha: string): string[] => [...picks(sha), ...changeId(sha), ...patch(sha)];
  return {
    picks: remembered((sha) => closure(sha, picks)),
    changeId,
    patch,
    linked: remembered((sha) => closure(sha, linked)),
    loosePatch,
    all: remembered((sha) => closure(sha, (one) => [...linked(one), ...loosePatch(one)])),
    withPatch: (id) => (id === null ? [] : (byPatch.get(id) ?? [])),
  };
}

function linkPicks(history: CommitHistory): Map<string, string[]> {
  const links = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    links.set(from, [...(links.get(from) ?? []), to]);
  };
  for (const { sha, message } of history.commits) {
    const { shas, isOne } = pickedFrom(message);
    const sources = shas.map(history.resolve);
    for (const source of sources) link(source, sha);
    for (const source of isOne ? sources : []) link(sha, source);
  }
  return links;
}

export function indexed(
  commits: readonly PresenceCommit[],
  keysOf: (commit: PresenceCommit) => string | readonly string[],
): Map<string, string[]> {
  const index = new Map<string, string[]>();
  const entries = commits.flatMap((one) => [keysOf(one)].flat().map((key) => [key, one.sha]));
  for (const [key = '', sha = ''] of entries) {
    const shas = index.get(key);
    if (shas) shas.push(sha);
    else index.set(key, [sha]);
  }
  return index;
}

function closure(start: string, next: (sha: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([start]);
  for (const sha of found) for (const one of next(sha)) found.add(one);
  return found;
}

export function remembered<Answer>(ask: (sha: string) => Answer): (sha: string) => Answer {
  const answers = new Map<string, Answer>();
  return (sha) => {
    const known = answers.get(sha);
    if (known !== undefined) return known;
    const answer = ask(sha);
    answers.set(sha, answer);
    return answer;
  };
}
