import { createHosts } from '../local-site/hosts';
import { ask, openBenchSite, type BenchSite } from './bench-site';
import { push, type RepositoryShape } from './make-repository';
import { countNaiveCalls } from './naive';
import { benchScreen } from './screen';
import { isOver, printTable, type Row } from './table';

const SMALL: RepositoryShape = { commits: 300, issues: 100, ahead: { test: 20, prod: 30 } };
const LARGE: RepositoryShape = { commits: 20_000, issues: 6000, ahead: { test: 100, prod: 200 } };

const BENCHES: Record<string, () => Promise<Row[]>> = {
  small: benchSmall,
  large: benchLarge,
  screen: benchScreen,
};

/** Measures and prints; 1 when a figure is over its limit. */
export async function bench({ only }: { only: string | undefined }): Promise<number> {
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(BENCHES)) {
    if (only === undefined || only === name) rows.push(...(await run()));
  }
  printTable(rows);
  return rows.some(isOver) ? 1 : 0;
}

async function benchSmall(): Promise<Row[]> {
  const site = await openBenchSite(SMALL);
  const cold = await measure(site, () => site.platform.drain());
  const unchanged = await measure(site, () => refresh(site));
  push(site.git, 'PAY-1 One more');
  const pushed = await measure(site, () => refresh(site));
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
    { what: 'after one push: host calls', value: pushed.calls, limit: 5 },
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
  push(site.git, 'PAY-1 One more');
  const pushed = await measure(site, () => refresh(site));
  await site.remove();
  if (!view.evidence.complete) throw new Error('The large repository was not read to its end.');
  const limit = (LARGE.commits / 100) * 1.2 + 20;
  return [
    { what: '20,000 commits from nothing: host calls', value: cold.calls, limit },
    { what: '  wall time, s', value: round(cold.ms / 1000) },
    { what: '  invocations (each within 100 host calls a minute)', value: cold.invocations },
    { what: '  storage writes', value: cold.writes },
    { what: '  write units', value: cold.writeUnits },
    { what: '20,000 commits, after one push: host calls', value: pushed.calls, limit: 5 },
    { what: '  wall time, s', value: round(pushed.ms / 1000) },
    { what: '  read units', value: pushed.readUnits },
    { what: '  write units', value: pushed.writeUnits },
  ];
}

async function refresh(site: BenchSite): Promise<void> {
  await ask(site, 'refreshIssue', 'PAY-1');
  await site.platform.drain();
}

type Measured<Answer> = {
  answer: Answer;
  ms: number;
  calls: number;
  notModified: number;
  invocations: number;
  reads: number;
  writes: number;
  readUnits: number;
  writeUnits: number;
};

async function measure<Answer>(
  { platform }: BenchSite,
  run: () => Promise<Answer>,
): Promise<Measured<Answer>> {
  platform.resetStats();
  const started = performance.now();
  const answer = await run();
  const ms = round(performance.now() - started);
  const { hostCalls, notModified, invocations, storage } = platform.stats();
  const calls = hostCalls.github ?? 0;
  return { answer, ms, calls, notModified, invocations, ...storage };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const kilobytes = (answer: unknown): number =>
  round(Buffer.byteLength(JSON.stringify(answer)) / 1024);
