import type { ReleasePart, ReleaseView } from '../../src/api/contract';
import { ask } from './bench-site';
import { push } from './make-repository';
import { kilobytes, measure, medianOf3, round, type Measured } from './measure';
import type { PartedSite } from './parted-site';
import { askRelease, openReleaseSite, type ReleaseSizes } from './release-site';
import { benchReleaseScreen } from './release-screen';
import { printGrid, type Row } from './table';

const QUICK: readonly ReleaseSizes[] = [
  { issues: 50, repositories: 20 },
  { issues: 500, repositories: 20 },
  { issues: 2000, repositories: 20 },
  { issues: 2000, repositories: 100 },
];
const FULL: readonly ReleaseSizes[] = [
  ...QUICK,
  { issues: 50, repositories: 100 },
  { issues: 500, repositories: 100 },
];
const MOST_REPLY_KB = 500;
/** A resolver may take 25 s, a consumer of the queue 900. */
const MOST_FIRST_MS = 25_000;
const MOST_SLICE_MS = 900_000;
const RELEASE_PARTS = [
  ...(['reasons', 'repositories', 'manual-steps', 'qa', 'client'] as const),
  ...(['releaseManager', 'unlisted', 'graph'] as const),
];

type Figures = {
  sizes: ReleaseSizes;
  /** From the first click, with all evidence read and nothing judged. */
  first: Measured<ReleaseView>;
  judging: Measured<unknown> & { slowestSliceMs: number };
  warm: Measured<ReleaseView>;
  afterPush: Measured<ReleaseView>;
  judgingAgain: Measured<unknown>;
  replies: { count: number; largestKb: number };
};

/** What the release page costs from 50 issues in 20 repositories to 2,000 in 100, and in the browser. */
export async function benchRelease({ isFull }: { isFull: boolean }): Promise<Row[]> {
  const rows: Row[] = [];
  const all: Figures[] = [];
  for (const sizes of isFull ? FULL : QUICK) {
    const site = await openReleaseSite(sizes);
    const figures = await measureRelease(site, sizes);
    all.push(figures);
    if (sizes === QUICK[0]) rows.push(...(await againstPanels(site, figures)));
    if (sizes === QUICK.at(-1)) rows.push(...(await benchReleaseScreen(site, sizes)));
    await site.remove();
  }
  printGrid('How a release grows', all.map(toColumns));
  return [...limitsOf(all), ...rows];
}

async function measureRelease(site: PartedSite, sizes: ReleaseSizes): Promise<Figures> {
  await site.platform.drain();
  forgetJudgements(site);
  const first = await measure(site, () => open(site));
  const judging = await drain(site);
  const warm = await medianOf3(() => measure(site, () => open(site)));
  if (!warm.answer.evidence.complete) throw new Error('The evidence is not complete.');
  const replies = await measureReplies(site, warm.answer);
  push(site.gits[0] ?? '', 'PAY-1 One more', 'src/module-1/file-1.txt');
  await ask(site, 'refreshIssue', 'PAY-1');
  await site.platform.drain();
  const afterPush = await measure(site, () => open(site));
  const judgingAgain = await drain(site);
  return { sizes, first, judging, warm, afterPush, judgingAgain, replies };
}

/** Verdicts were written on the issues: for that the release was judged before anybody opened it. */
function forgetJudgements({ store: { kv, entities } }: PartedSite): void {
  for (const table of [kv, ...entities.values()]) {
    const judged = [...table.keys()].filter((key) => key.startsWith('composition:'));
    for (const key of judged) table.delete(key);
  }
}

async function open(site: PartedSite): Promise<ReleaseView> {
  const view = await askRelease(site, 'openRelease', {});
  if (view.setup !== null) throw new Error('The project has no settings.');
  return view;
}

async function drain(site: PartedSite): Promise<Figures['judging']> {
  const judging = await measure(site, () => site.platform.drain());
  const { slowest } = site.platform.stats();
  return { ...judging, slowestSliceMs: round(slowest['compose-release'] ?? 0) };
}

/** All rows and all tabs, page by page. */
async function measureReplies(
  site: PartedSite,
  { nextRow, ...view }: ReleaseView,
): Promise<Figures['replies']> {
  const sizes = [kilobytes({ nextRow, ...view })];
  for (let start = nextRow; start !== null;) {
    const page = await askRelease(site, 'listReleaseRows', { start });
    sizes.push(kilobytes(page));
    start = page.next;
  }
  for (const part of RELEASE_PARTS) sizes.push(...(await measurePart(site, part)));
  return { count: sizes.length, largestKb: Math.max(...sizes) };
}

async function measurePart(
  site: PartedSite,
  part: (typeof RELEASE_PARTS)[number],
): Promise<number[]> {
  const sizes: number[] = [];
  for (let start: number | null = 0; start !== null;) {
    const page: ReleasePart = await askRelease(site, 'getReleasePart', { part, start });
    sizes.push(kilobytes(page));
    start = 'next' in page ? page.next : null;
  }
  return sizes;
}

/** The naive way to know where a release stands: to open the panel of each of its issues. */
async function againstPanels(site: PartedSite, { sizes, warm }: Figures): Promise<Row[]> {
  const panels = await measure(site, async () => {
    for (let nth = 1; nth <= sizes.issues; nth += 1) await ask(site, 'getIssue', `PAY-${nth}`);
  });
  return [
    { what: '50 issues, 20 repositories, issue by issue: storage reads', value: panels.reads },
    { what: '  read units', value: panels.readUnits },
    { what: '  ms', value: panels.ms },
    {
      what: '  issue by issue / release page, read units',
      value: round(panels.readUnits / warm.readUnits),
    },
    { what: '  issue by issue / release page, time', value: round(panels.ms / warm.ms) },
  ];
}

const mostOf = (all: readonly Figures[], figure: (one: Figures) => number): number =>
  Math.max(...all.map(figure));

const limitsOf = (all: readonly Figures[]): Row[] => [
  {
    what: 'release, all sizes: largest reply, KB',
    value: mostOf(all, ({ replies }) => replies.largestKb),
    limit: MOST_REPLY_KB,
  },
  {
    what: '  host calls of all that is shown and judged',
    value: mostOf(all, ({ first, judging, warm }) => first.calls + judging.calls + warm.calls),
    limit: 0,
  },
  {
    what: '  first reply with nothing judged, slowest, ms',
    value: mostOf(all, ({ first }) => first.ms),
    limit: MOST_FIRST_MS,
  },
  {
    what: '  slowest slice of judging, ms',
    value: mostOf(all, ({ judging }) => judging.slowestSliceMs),
    limit: MOST_SLICE_MS,
  },
  {
    what: '  warm reply, slowest, ms',
    value: mostOf(all, ({ warm }) => warm.ms),
    limit: MOST_FIRST_MS,
  },
];

const toColumns = ({ sizes, ...one }: Figures): Record<string, string | number> => ({
  ...{ issues: sizes.issues, repos: sizes.repositories },
  ...{ 'first ms': one.first.ms, slices: one.judging.invocations },
  ...{ 'slowest ms': one.judging.slowestSliceMs, 'judged ms': one.judging.ms },
  ...{ units: one.judging.readUnits, written: one.judging.writeUnits },
  ...{ 'warm ms': one.warm.ms, reads: one.warm.reads, 'read units': one.warm.readUnits },
  ...{ replies: one.replies.count, 'largest KB': one.replies.largestKb },
  ...{ 'pushed ms': one.afterPush.ms, 'pushed units': one.afterPush.readUnits },
  ...{ 'again ms': one.judgingAgain.ms, 'again units': one.judgingAgain.readUnits },
  'again written': one.judgingAgain.writeUnits,
});
