import { commitUrl } from '../domain/links';
import { placeIn } from '../domain/release/places';
import type { Audience } from '../domain/release/check-item';
import { LEVELS } from '../domain/reasons/reason';
import { withoutNames } from '../domain/release/without-names';
import type { SeenRelease } from '../usecases/release/see-release';
import type { ReasonEntry, ReleasePart, ReleasePartName, StepRow, UnlistedRow } from './contract';
import { pageWithin } from './page-within';
import { presentGraph } from './present-release-graph';
import { presentRepositories } from './present-release-repositories';

/** What one tab shows, from its `start`th entry on. */
export function presentPart(seen: SeenRelease, part: ReleasePartName, start: number): ReleasePart {
  return withoutNames(PARTS[part](seen, start), seen.hidden);
}

type Show = (seen: SeenRelease, start: number) => ReleasePart;

const PARTS: Record<ReleasePartName, Show> = {
  reasons: (seen, start) => ({ part: 'reasons', ...pageWithin(reasonsOf(seen), start) }),
  repositories: (seen, start) => ({
    part: 'repositories',
    ...pageWithin(presentRepositories(seen.shown.bundle), start),
  }),
  'manual-steps': (seen, start) => ({ part: 'manual-steps', ...pageWithin(stepsOf(seen), start) }),
  unlisted: (seen, start) => ({ part: 'unlisted', ...pageWithin(unlistedOf(seen), start) }),
  graph: ({ shown }) => ({ part: 'graph', graph: presentGraph(shown.bundle) }),
  qa: (seen, start) => checklistOf(seen, 'qa', start),
  client: (seen, start) => checklistOf(seen, 'client', start),
  releaseManager: (seen, start) => checklistOf(seen, 'releaseManager', start),
};

function checklistOf({ shown }: SeenRelease, part: Audience, start: number): ReleasePart {
  const items = shown.items.filter(({ audience }) => audience === part);
  return { part, ...pageWithin(items, start) };
}

const MOST_LINKS = 4;

function reasonsOf({ shown: { bundle } }: SeenRelease): ReasonEntry[] {
  const entries = bundle.issues.flatMap(({ key, summary, reasons }) =>
    reasons.map(({ code, level, summary: reason, evidence }): ReasonEntry => ({
      ...{ code, level, key, summary, reason },
      links: evidence.slice(0, MOST_LINKS).map(({ text, url }) => ({ text, url })),
    })),
  );
  return entries.sort((a, b) => rankOf(b) - rankOf(a) || compare(a.code, b.code));
}

const rankOf = ({ level }: ReasonEntry): number => LEVELS.indexOf(level);

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const stepsOf = ({ shown: { bundle } }: SeenRelease): StepRow[] =>
  bundle.issues.flatMap(({ key, summary, changes, manualSteps }) =>
    manualSteps.map(({ id, text, owner, repository, evidence, done, by, at, note }) => ({
      ...{ id, issueKey: key, summary, text, owner, done, by, at, note },
      repository: changes.find((one) => one.repository === repository)?.name ?? repository,
      links: evidence.slice(0, MOST_LINKS).map(({ text: words, url }) => ({ text: words, url })),
    })),
  );

const MOST_COMMITS = 50;

function unlistedOf({ shown: { bundle } }: SeenRelease): UnlistedRow[] {
  return bundle.unlisted.map(({ key, repository, shas }) => {
    const { name, url } = placeIn(bundle, repository);
    return {
      ...{ key, repository, name },
      commits: shas.slice(0, MOST_COMMITS).map((sha) => ({
        text: sha.slice(0, 7),
        url: commitUrl({ repository, url }, sha),
      })),
    };
  });
}
