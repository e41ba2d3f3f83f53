import { compareKeys, compareText } from '../dependencies/key-order';
import { counted, listed } from '../reasons/evidence-links';
import { compareChecklists } from './compare-checklists';
import type { Difference } from './difference';
import type { Manifest, ManifestIssue } from './manifest';

/** What is different in the later of two manifests, whole release first, then issue by issue. */
export function compareManifests(before: Manifest, after: Manifest): Difference[] {
  return [
    ...decision(before, after),
    ...scope(before, after),
    ...gates(before, after),
    ...signOffs(before, after),
    ...compareChecklists(before, after),
    ...unlisted(before, after),
    ...inBoth(before, after).flatMap(([one, other]) => [
      ...verdict(one, other),
      ...lists(one, other),
      ...lines(one, other),
    ]),
  ];
}

function decision(before: Manifest, after: Manifest): Difference[] {
  const change = changed(before.decision, after.decision);
  return change
    ? [moved('decision', null, change, `The decision was ${change.from} and is ${change.to}.`)]
    : [];
}

function scope(before: Manifest, after: Manifest): Difference[] {
  const keys = ({ issues }: Manifest): string[] => issues.map(({ key }) => key);
  return cameAndWent('scope', null, [keys(before), keys(after)], {
    added: (names) => `${listed(names)} came into the release.`,
    removed: (names) => `${listed(names)} left the release.`,
  });
}

const gates = (before: Manifest, after: Manifest): Difference[] =>
  after.gates.flatMap(({ id, status }) => {
    const change = changed(before.gates.find((gate) => gate.id === id)?.status ?? 'none', status);
    if (!change) return [];
    return [moved('gate', null, change, `Gate ${id}: ${change.from}, now ${change.to}.`)];
  });

function signOffs(before: Manifest, after: Manifest): Difference[] {
  const words = (manifest: Manifest): string[] =>
    manifest.signOffs.map(
      ({ role, by, at, decision: word, status }) =>
        `${role} ${word} by ${by} on ${at.slice(0, 10)} (${status})`,
    );
  return cameAndWent('sign-off', null, [words(before), words(after)], {
    added: (names) => `Sign-offs now: ${listed(names)}.`,
    removed: (names) => `Sign-offs no longer so: ${listed(names)}.`,
  });
}

function unlisted(before: Manifest, after: Manifest): Difference[] {
  const shas = (manifest: Manifest): string[] =>
    manifest.unlisted.flatMap(({ key, repository, shas: own }) =>
      own.map((sha) => `${key ?? 'no issue'} ${repository} ${sha}`),
    );
  return cameAndWent('unlisted', null, [shas(before), shas(after)], {
    added: (names) => `${counted(names.length, 'commit')} more would travel without an issue here.`,
    removed: (names) => `${counted(names.length, 'commit')} no longer travels unlisted.`,
  });
}

const LEVEL_WORDS: Readonly<Record<ManifestIssue['verdict'], string>> = {
  safe: 'safe',
  warning: 'a warning',
  'manual-review': 'up for manual review',
  blocked: 'blocked',
};

function verdict(before: ManifestIssue, { key, verdict: now }: ManifestIssue): Difference[] {
  const change = changed(before.verdict, now);
  return change
    ? [
        moved(
          'verdict',
          key,
          change,
          `${key} was ${LEVEL_WORDS[before.verdict]} and is ${LEVEL_WORDS[now]}.`,
        ),
      ]
    : [];
}

function lists(before: ManifestIssue, after: ManifestIssue): Difference[] {
  const { key } = after;
  const commits = ({ changes }: ManifestIssue): string[] =>
    changes.flatMap(({ repository, commits: own }) => own.map(({ sha }) => `${repository} ${sha}`));
  const codes = ({ reasons }: ManifestIssue): string[] => reasons.map(({ code }) => code);
  return [
    ...cameAndWent('commits', key, [commits(before), commits(after)], {
      added: (names) => `${key} has ${counted(names.length, 'commit')} more.`,
      removed: (names) => `${key} lost ${counted(names.length, 'commit')}.`,
    }),
    ...cameAndWent('reasons', key, [codes(before), codes(after)], {
      added: (names) => `${key}: new ${listed(names)}.`,
      removed: (names) => `${key}: no more ${listed(names)}.`,
    }),
  ];
}

const lines = (before: ManifestIssue, after: ManifestIssue): Difference[] =>
  after.lines.flatMap(({ name, state }) => {
    const was = before.lines.find((line) => line.name === name)?.state ?? 'none';
    const change = changed(was, state);
    if (!change) return [];
    const text = `${after.key} on ${name}: ${stateWords(was)}, now ${stateWords(state)}.`;
    return [moved('lines', after.key, change, text)];
  });

const STATE_WORDS: Readonly<Record<string, string>> = {
  none: 'not there',
  part: 'there in part',
  all: 'there',
};
const stateWords = (state: string): string => STATE_WORDS[state] ?? state;

function inBoth(before: Manifest, after: Manifest): [ManifestIssue, ManifestIssue][] {
  const known = new Map(before.issues.map((issue) => [issue.key, issue]));
  return after.issues
    .toSorted((one, other) => compareKeys(one.key, other.key))
    .flatMap((issue): [ManifestIssue, ManifestIssue][] => {
      const one = known.get(issue.key);
      return one ? [[one, issue]] : [];
    });
}

const changed = (from: string, to: string): { from: string; to: string } | null =>
  from === to ? null : { from, to };

const moved = (
  kind: Difference['kind'],
  issueKey: string | null,
  change: { from: string; to: string },
  text: string,
): Difference => ({ kind, issueKey, added: [], removed: [], change, text });

type Sentences = Record<'added' | 'removed', (names: string[]) => string>;

/** What only one of two lists has. */
function cameAndWent(
  kind: Difference['kind'],
  issueKey: string | null,
  [before, after]: [string[], string[]],
  say: Sentences,
): Difference[] {
  const added = without(after, before);
  const removed = without(before, after);
  if (added.length + removed.length === 0) return [];
  const text = [
    ...(added.length > 0 ? [say.added(added)] : []),
    ...(removed.length > 0 ? [say.removed(removed)] : []),
  ].join(' ');
  return [{ kind, issueKey, added, removed, change: null, text }];
}

const without = (names: readonly string[], others: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => !others.includes(name)).sort(compareText);
