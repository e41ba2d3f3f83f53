import { compareManifests } from '../../domain/manifest/compare';
import type { Difference } from '../../domain/manifest/difference';
import { hiddenIn } from '../../domain/manifest/mask-manifest';
import type { Manifest } from '../../domain/manifest/manifest';
import { bundleId } from '../../domain/release/bundle-id';
import { lastRejectionAt } from '../../domain/release/last-rejection';
import type { Snapshot } from '../../domain/release/snapshot';
import type { Ports } from '../../ports/ports';
import { isRefusal, refuse, unlessRefused, type Outcome } from '../refusal';
import { findScope } from './find-scope';
import { snapshotOf } from './find-snapshot';
import type { ReleaseQuestion } from './judge-release';
import { manifestOf } from './manifest-of';
import { maskForViewer } from './mask-for-viewer';
import { readRelease, type ReleasePorts, type ReleaseState } from './read-release';

type ComparePorts = ReleasePorts & Pick<Ports, 'snapshots'>;

/** Two states of a release and what differs; `null` stands for the release as it is now. */
export type Comparison = {
  before: Snapshot | null;
  after: Snapshot | null;
  differences: Difference[];
  /** How many issues of either the viewer may not see. */
  hidden: number;
};

/** `now`: the release as it is, for the promotion that the question names. */
export type Moment = string;
const NOW = 'now';

type Side = { snapshot: Snapshot | null; manifest: Manifest };

/** What differs between two snapshots of a release, or between one and the release as it is now. */
export async function compareSnapshots(
  ports: ComparePorts,
  { before, after, ...question }: ReleaseQuestion & { before: Moment; after: Moment },
): Promise<Outcome<Comparison>> {
  const one = await sideAt(ports, question, before);
  if (isRefusal(one)) return one;
  const other = await sideAt(ports, question, after);
  return isRefusal(other) ? other : comparisonOf(ports, one, other);
}

const sideAt = (
  ports: ComparePorts,
  question: ReleaseQuestion,
  moment: Moment,
): Promise<Outcome<Side>> =>
  moment === NOW
    ? unlessRefused(readRelease(ports, question), asItIs)
    : unlessRefused(findScope(ports, question), ({ scope }) =>
        snapshotOf(ports, bundleId(scope), moment),
      );

const asItIs = (state: ReleaseState): Side => ({ snapshot: null, manifest: manifestOf(state) });

async function comparisonOf(
  ports: ComparePorts,
  before: Side,
  after: Side,
): Promise<Outcome<Comparison>> {
  const sides = [before.manifest, after.manifest];
  const [from, to] = await maskForViewer(ports, sides);
  if (!from || !to) return refuse('not-found', 'There is nothing to compare.');
  return {
    before: before.snapshot,
    after: after.snapshot,
    differences: compareManifests(from, to),
    hidden: new Set([...hiddenIn(from), ...hiddenIn(to)]).size,
  };
}

export const OCCASIONS = ['snapshot', 'sign-off', 'rejection'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** `none`: there is no snapshot to compare with; `why` says it to a person. */
export type SinceThen =
  | { kind: 'none'; why: string }
  | ({ kind: 'compared'; since: Snapshot } & Pick<Comparison, 'differences' | 'hidden'>);

/**
 * What changed since the last snapshot, the last one that a sign-off made, or the last one before
 * somebody rejected something; of those for the same promotion.
 */
export const whatChanged = (
  ports: ComparePorts,
  { since, ...question }: ReleaseQuestion & { since: Occasion },
): Promise<Outcome<SinceThen>> =>
  unlessRefused(readRelease(ports, question), async (state) => {
    const all = await ports.snapshots.listSnapshots(state.bundleId);
    const chosen = all.filter(isAbout(state)).filter(isFrom(since, state)).at(-1);
    if (!chosen) return { kind: 'none', why: NONE[since] };
    const found = await snapshotOf(ports, state.bundleId, chosen.id);
    if (isRefusal(found)) return found;
    const compared = await comparisonOf(ports, found, asItIs(state));
    if (isRefusal(compared)) return compared;
    const { differences, hidden } = compared;
    return { kind: 'compared', since: chosen, differences, hidden };
  });

const NONE: Readonly<Record<Occasion, string>> = {
  snapshot: 'Nobody took a snapshot for this promotion yet.',
  'sign-off': 'Nobody signed this promotion off while snapshots were kept.',
  rejection:
    'Nothing was rejected, or no snapshot for this promotion is from before the last rejection.',
};

const isAbout =
  ({ bundle: { promotion, mode } }: ReleaseState) =>
  (one: Snapshot): boolean =>
    one.mode === mode && one.promotion.from === promotion.from && one.promotion.to === promotion.to;

function isFrom(since: Occasion, state: ReleaseState): (one: Snapshot) => boolean {
  if (since === 'snapshot') return () => true;
  if (since === 'sign-off') return ({ why }) => why === 'sign-off';
  const at = lastRejectionAt({
    acts: state.record.acts,
    items: state.facts.items,
    issues: state.bundle.issues,
  });
  return (one) => at !== null && Date.parse(one.at) < Date.parse(at);
}
