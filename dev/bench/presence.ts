import { createHosts } from '../local-site/hosts';
import { ask } from './bench-site';
import { mostOf, sumOf } from './call-counts';
import { measureSite, type SiteFigures } from './growth';
import { push } from './make-repository';
import { round } from './measure';
import { countNaivePresenceCalls } from './naive-presence';
import { openPartedSite, type PartedSite } from './parted-site';
import { printGrid, type Row } from './table';

const BETWEEN = { shared: 60, ahead: 200 };
const MAIN = { ...BETWEEN, provider: 'github', issues: 50, repositories: 20 } as const;
const GITLAB = { ...BETWEEN, provider: 'gitlab', issues: 50, repositories: 2 } as const;
/** Of this many issues in this many repositories the naive way is gone; all of them would take minutes. */
const NAIVE = { issues: 5, repositories: 2 };
const MOST_DECISION_MS = 2000;

type Sizes = { issues: number; repositories: number };
const QUICK: readonly Sizes[] = [10, 100, 1000].map((issues) => ({ issues, repositories: 1 }));
const FULL: readonly Sizes[] = [...QUICK, { issues: 1000, repositories: 200 }];

/**
 * Where all changes of 50 issues are in 20 repositories whose two lines are 200 commits apart, how
 * that grows, and what the naive way asks.
 */
export async function benchPresence({ isFull }: { isFull: boolean }): Promise<Row[]> {
  const github = await benchMain();
  const gitlab = await benchGitLab();
  const grown: SiteFigures[] = [];
  for (const sizes of isFull ? FULL : QUICK) grown.push(await grow(sizes));
  printGrid('How presence grows', [...grown, github.figures, gitlab.figures].map(toColumns));
  const calls = grown.filter(({ repositories }) => repositories === 1).map((one) => one.presence);
  return [
    ...github.rows,
    {
      what: 'GitHub, 10 to 1,000 issues: presence calls differ by',
      value: Math.max(...calls) - Math.min(...calls),
      limit: 0,
    },
    {
      what: 'decision from storage, slowest of all sizes, ms',
      value: Math.max(...[...grown, github.figures, gitlab.figures].map(slowest)),
      limit: MOST_DECISION_MS,
    },
    ...gitlab.rows,
  ];
}

const slowest = ({ plainMs, neededMs }: SiteFigures): number => Math.max(plainMs, neededMs);

type Section = { figures: SiteFigures; rows: Row[] };

async function benchMain(): Promise<Section> {
  const site = await openPartedSite(MAIN);
  const figures = await measureSite(site, MAIN);
  const proofs = await countProofs(site, MAIN.issues);
  const naive = await countNaive(site);
  const rows = await afterwards(site, 'GitHub');
  await site.remove();
  return {
    figures,
    rows: [
      {
        what: '50 issues, 20 repositories, 200 commits between two lines (GitHub): presence calls, worst repository',
        value: figures.presence,
        limit: 12,
      },
      { what: '  all calls, worst repository', value: figures.calls },
      ...rows,
      {
        what: `  naive, ${NAIVE.issues} issues in ${NAIVE.repositories} repositories`,
        value: naive,
      },
      {
        what: '  naive for 5 issues / Convoy for all 50, in 2 repositories',
        value: round(naive / (NAIVE.repositories * figures.calls)),
      },
      ...proofs,
    ],
  };
}

async function benchGitLab(): Promise<Section> {
  const site = await openPartedSite(GITLAB);
  const figures = await measureSite(site, GITLAB);
  const rows = await afterwards(site, 'GitLab');
  await site.remove();
  const { presence, calls } = figures;
  return {
    figures,
    rows: [
      { what: 'the same at GitLab: presence calls, worst repository', value: presence },
      { what: '  all calls, worst repository', value: calls },
      ...rows,
    ],
  };
}

/** When nothing changed, and after a push to each repository. */
async function afterwards(site: PartedSite, host: 'GitHub' | 'GitLab'): Promise<Row[]> {
  await refresh(site);
  const unchanged = sumOf(site.calls, 'presence');
  for (const git of site.gits) push(git, 'PAY-1 One more', 'src/module-1/file-1.txt');
  await refresh(site);
  const pushed = mostOf(site.calls, 'presence');
  return [
    { what: '  nothing changed: presence calls, all repositories', value: unchanged, limit: 0 },
    {
      what: '  after a push to each: presence calls, worst repository',
      value: pushed,
      ...(host === 'GitHub' && { limit: 1 }),
    },
    { what: '  all calls, worst repository', value: mostOf(site.calls, 'total') },
  ];
}

async function refresh(site: PartedSite): Promise<void> {
  site.calls.reset();
  await ask(site, 'refreshIssue', 'PAY-1');
  await site.platform.drain();
}

/** By which proofs the changes of all issues are on `prod`, so that one sees that these were needed. */
async function countProofs(site: PartedSite, issues: number): Promise<Row[]> {
  const counts = new Map<string, number>();
  for (let index = 1; index <= issues; index += 1) {
    const { changes } = await ask(site, 'getIssue', `PAY-${index}`);
    for (const { presence } of changes.flatMap(({ commits }) => commits)) {
      const { state, by } = presence.prod ?? { state: 'absent', by: null };
      const name = by === null ? state : `${state} by ${by}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort().map(([name, value]) => ({
    what: `  changes on prod: ${name}`,
    value,
    ...(name.startsWith('unknown') && { limit: 0 }),
  }));
}

const countNaive = (site: PartedSite): Promise<number> =>
  countNaivePresenceCalls(
    createHosts(site.site, () => new Date()),
    {
      paths: site.paths.slice(0, NAIVE.repositories),
      issueKeys: Array.from({ length: NAIVE.issues }, (_, index) => `PAY-${index + 1}`),
    },
  );

async function grow(sizes: Sizes): Promise<SiteFigures> {
  const shape = { ...BETWEEN, provider: 'github', ...sizes } as const;
  const site = await openPartedSite(shape);
  const figures = await measureSite(site, shape);
  await site.remove();
  return figures;
}

const toColumns = (one: SiteFigures): Record<string, string | number> => ({
  host: one.provider,
  issues: one.issues,
  repos: one.repositories,
  'calls/repo': one.calls,
  'presence/repo': one.presence,
  reads: one.reads,
  'read units': one.readUnits,
  writes: one.writes,
  'write units': one.writeUnits,
  's/repo': one.secondsPerRepository,
  'getIssue ms': one.plainMs,
  KB: one.plainKilobytes,
  'issues needed': one.needs,
  'then ms': one.neededMs,
  'then KB': one.neededKilobytes,
});
