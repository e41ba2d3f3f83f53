import type { Gap } from '../../domain/gap';
import { CHUNK, chunkOf } from '../../domain/release/composition';
import { keysInTexts } from '../../domain/release/hidden-issues';
import { bundleOf, type BundleFacts } from '../../domain/release/judge-bundle';
import type { RunningComposition } from '../../ports/composition-store';
import { readUnlistedAgain } from './read-unlisted';
import { AT_ONCE, type Held, type Stock } from './hold-composition';
import { judgeThese, type JudgedThese, type JudgePorts } from './judge-these';
import type { ComposedQuestion, Standing } from './standing';

type Shown = { stock: Stock; held: Held; running?: RunningComposition };

/**
 * The bundle of stored judgements, with those that changed judged again. What is not judged yet, or does
 * not hold any more, is a gap: nobody ships on it.
 */
export async function standingOf(
  ports: JudgePorts,
  asked: ComposedQuestion,
  { stock, held, running }: Shown,
): Promise<Standing> {
  const { promotion, mode } = asked;
  const known = together(stock, held, await judgeAgain(ports, asked, held));
  const { issues, unreadable, ticks, digests, told } = known;
  const projectKeys = [...new Set(issues.map(({ projectKey }) => projectKey))].sort();
  const settings = projectKeys.flatMap((key) => held.settings.get(key) ?? []);
  const bundle = bundleOf(issues, {
    ...{ promotion, mode, projects: settings, statuses: held.statuses, unreadable },
    gaps: [...known.gaps, ...gapsOf(asked, stock, held)],
    unlisted: await unlistedOf(ports, asked, { stock, held }),
  });
  return {
    ...{ bundle, settings, ticks, digests, told },
    judgedAt: oldest(stock.chunks.map(({ judgedAt }) => judgedAt)) ?? ports.now(),
    isStale: held.why !== null || held.hasNewSignOffs,
    progress: running ? progressOf(running) : null,
  };
}

type Judged = Pick<JudgedThese, 'issues' | 'unreadable' | 'ticks'> & { gaps: Gap[] };
type Known = Judged & Pick<Standing, 'digests' | 'told'>;

/** What is stored, with what was judged again in its place, without what left the release. */
function together({ chunks }: Stock, { removed }: Held, { wanted, live }: Again): Known {
  const gone = new Set([...removed, ...wanted]);
  const isLive = new Set(live.issues.map(({ key }) => key));
  const isKept = ({ key }: { key: string }): boolean => !gone.has(key);
  return {
    issues: [...chunks.flatMap((chunk) => chunk.issues).filter(isKept), ...live.issues],
    unreadable: [...chunks.flatMap((chunk) => chunk.unreadable).filter(isKept), ...live.unreadable],
    gaps: [...chunks.flatMap((chunk) => chunk.gaps), ...live.gaps],
    ticks: new Map([...chunks.flatMap(({ ticks }) => Object.entries(ticks)), ...live.ticks]),
    told: [...chunks.flatMap((chunk) => chunk.told), ...keysInTexts(live.issues)],
    digests: new Map(
      chunks
        .flatMap(({ digests }) => Object.entries(digests))
        .filter(([key]) => isKept({ key }) && !isLive.has(key)),
    ),
  };
}

/** Keys of issues that were judged again, and what came of it. */
type Again = { wanted: string[]; live: Judged };

const NOTHING: Judged = { issues: [], unreadable: [], ticks: new Map(), gaps: [] };

async function judgeAgain(
  ports: JudgePorts,
  { signOffs, ...question }: ComposedQuestion,
  { affected }: Held,
): Promise<Again> {
  const wanted = affected.slice(0, AT_ONCE);
  if (wanted.length === 0) return { wanted, live: NOTHING };
  const judged = await judgeThese(ports, question, { wanted, signOffs });
  return { wanted, live: { ...judged, gaps: judged.related.gaps } };
}

const CONVOY = 'Convoy';

function gapsOf({ keys }: ComposedQuestion, { question, chunks, end }: Stock, held: Held): Gap[] {
  const judged = chunks.reduce((sum, _, nth) => sum + chunkOf(question.keys, nth).length, 0);
  if (end === null) {
    const why = `${keys.length - judged} of ${keys.length} are not judged yet`;
    return [{ repository: CONVOY, what: 'issues of the release', why }];
  }
  if (held.why === null) return [];
  const why = `${held.why} since it was judged; it is being judged again`;
  return [{ repository: CONVOY, what: 'the judgement of the release', why }];
}

/** As far as they are known: of a bundle that is not judged to its end none are. */
async function unlistedOf(
  ports: JudgePorts,
  asked: ComposedQuestion,
  { stock: { end, question }, held }: Shown,
): Promise<BundleFacts['unlisted']> {
  if (!end) return { mode: 'found', changes: [], since: null };
  return readUnlistedAgain(ports, asked, held, { question, end });
}

const oldest = (instants: readonly string[]): string | undefined =>
  instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

const progressOf = ({ step, total }: RunningComposition): Standing['progress'] => ({
  done: Math.min(total, step * CHUNK),
  total,
});
