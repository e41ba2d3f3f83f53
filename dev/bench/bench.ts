import { createHosts } from '../local-site/hosts';
import { ask, openBenchSite, type BenchSite } from './bench-site';
import { push, type RepositoryShape } from './make-repository';
import { sumOf } from './call-counts';
import { kilobytes, measure, round, type Measured } from './measure';
import { countNaiveCalls } from './naive';
import { benchPresence } from './presence';
import { benchRelease } from './release';
import { benchScreen } from './screen';
import { isOver, printTable, type Row } from './table';

const SMALL: RepositoryShape = { commits: 300, issues: 100, ahead: { test: 20, prod: 30 } };
const LARGE: RepositoryShape = { commits: 20_000, issues: 6000, ahead: { test: 100, prod: 200 } };

type BenchOptions = {
  /** One section alone. */
  only: string | undefined;
  /** With 200 repositories, which takes minutes more. */
  isFull: boolean;
};

const BENCHES: Record<string, (options: BenchOptions) => Promise<Row[]>> = {
  small: benchSmall,
  large: benchLarge,
  presence: benchPresence,
  release: benchRelease,
  screen: benchScreen,
};

/** Measures and prints; 1 when a figure is over its limit. */
export async function bench(options: BenchOptions): Promise<number> {
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(BENCHES)) {
    if (options.only === undefined || options.only === name) rows.push(...(await run(options)));
  }
  printTable(rows);
  return rows.some(isOver) ? 1 : 0;
}

async function benchSmall(): Promise<Row[]> {
  const site = await openBenchSite(SMALL);
  const cold = await measure(site, () => site.platform.drain());
  const unchanged = await measure(site, () => refresh(site));
  const pushed = await measurePush(site);
  const panel = await measure(site, () => ask(site, 'getIssue', 'PAY-1'));
  const issueKeys = Array.from({ length: SMALL.issues }, (_, index) => `PAY-${index + 1}`);
  const naive = await countNaiveCalls(
    createHosts(site.site, () => new Date()),
    {
      path: 'acme/payments-api',
      branches: ['develop', 'release/test', 'main'],
      issueKeys,
    },
  );
  await site.remove();
  return [
    { what: '300 commits, 3 lines, from nothing: host calls', value: cold.calls, limit: 30 },
    { what: '  the naive way for its 100 issues: host calls', value: naive },
    { what: '  naive / Convoy', value: round(naive / cold.calls) },
    { what: 'nothing changed: host calls', value: unchanged.calls, limit: 3 },
    {
      what: '  of these not conditional, or answered anew',
      value: unchanged.calls - unchanged.notModified,
      limit: 0,
    },
    ...callsAfter(pushed),
    { what: 'warm panel: host calls', value: panel.calls, limit: 0 },
    { what: 'warm panel: storage reads', value: panel.reads, limit: 5 },
    { what: 'warm panel: read units', value: panel.readUnits, limit: 12 },
    { what: 'warm panel: reply, KB', value: kilobytes(panel.answer), limit: 60 },
    { what: 'warm panel: resolver, ms', value: panel.ms },
  ];
}

async function benchLarge(): Promise<Row[]> {
  const site = await openBenchSite(LARGE);
  const cold = await measure(site, () => site.platform.drain());
  const view = await ask(site, 'getIssue', 'PAY-1');
  const pushed = await measurePush(site);
  await site.remove();
  if (!view.evidence.complete) throw new Error('The large repository was not read to its end.');
  const limit = (LARGE.commits / 100) * 1.2 + 20;
  return [
    { what: '20,000 commits from nothing: host calls', value: cold.calls, limit },
    { what: '  wall time, s', value: round(cold.ms / 1000) },
    { what: '  invocations (each within 100 host calls a minute)', value: cold.invocations },
    { what: '  storage writes', value: cold.writes },
    { what: '  write units', value: cold.writeUnits },
    ...callsAfter(pushed),
    { what: '  wall time, s', value: round(pushed.ms / 1000) },
    { what: '  read units', value: pushed.readUnits },
    { what: '  write units', value: pushed.writeUnits },
  ];
}

type Pushed = Measured<void> & { presence: number };

/** One commit more on the first line, and what reading it takes. */
async function measurePush(site: BenchSite): Promise<Pushed> {
  push(site.git, 'PAY-1 One more');
  site.calls.reset();
  const pushed = await measure(site, () => refresh(site));
  return { ...pushed, presence: sumOf(site.calls, 'presence') };
}

const callsAfter = ({ calls, presence }: Pushed): Row[] => [
  { what: 'after one push: host calls without presence', value: calls - presence, limit: 5 },
  { what: '  for presence', value: presence, limit: 1 },
];

async function refresh(site: BenchSite): Promise<void> {
  await ask(site, 'refreshIssue', 'PAY-1');
  await site.platform.drain();
}
