import type { CommitChecks } from '../../domain/check';
import { digestOf } from '../../domain/digest';
import { arrivedChanges } from '../../domain/evidence/arrived-changes';
import { baselineOf } from '../../domain/evidence/released-bundle';
import type { PullRequestEvidence, RepositoryEvidence } from '../../domain/evidence/issue-evidence';
import { partDigest } from '../../domain/evidence/part-digest';
import { partlySpread } from '../../domain/evidence/partly-spread';
import {
  EVIDENCE_FORM,
  headerRefs,
  type IndexedRefs,
} from '../../domain/evidence/repository-header';
import { outlineOf } from '../../domain/evidence/repository-outline';
import { assemble, evidenceFingerprint } from './assemble';
import {
  commitLog,
  done,
  withReading,
  type IndexPlan,
  type Phase,
  type ReadingHeader,
  type Slice,
} from './slice';

/** Issues that are written between two checkpoints. */
const BATCH = 100;

/**
 * Brings every issue up to date that this repository contributes to: only issues whose part changed
 * since the last time are written. Begins again without harm; the digests are saved at the end.
 */
export const indexIssues: Phase = async (slice, header) => {
  const fingerprint = await evidenceFingerprint(slice, header);
  if (header.indexedFrom === fingerprint) return done(withIndexed(header));
  const plan = await planIndex(slice, header);
  const written = await writeBatch(slice, header, plan);
  if (written.length === BATCH) {
    const reached = { cursor: written.at(-1) ?? null, done: header.reading.done + BATCH };
    const next = withReading(header, { ...reached, total: plan.changed.length });
    return { header: next, isDone: false, isCheckpoint: true };
  }
  const { changed, digests, outline, spread, arrivals } = plan;
  await slice.ports.evidence.saveSpread(header.repository, spread);
  await slice.ports.evidence.saveArrivals(header.repository, arrivals);
  if (changed.length > 0) await slice.ports.evidence.saveIndex(header.repository, digests);
  return done(withIndexed({ ...header, outline, indexedFrom: fingerprint }, plan));
};

/** Writes the next issues behind the cursor; their keys, ascending. */
async function writeBatch(
  slice: Slice,
  { repository, reading: { cursor } }: ReadingHeader,
  { changed, complete }: IndexPlan,
): Promise<string[]> {
  const waiting = changed.filter((key) => cursor === null || key > cursor).slice(0, BATCH);
  const batch = new Map(waiting.map((key) => [key, complete.get(key) ?? null]));
  await slice.ports.evidence.saveIssueParts(repository, batch);
  slice.issuesWritten += waiting.length;
  return waiting;
}

/** The issues now hold against the refs as they were read. */
function withIndexed(
  header: ReadingHeader,
  {
    unreadRefs,
    baselines,
    revision,
  }: Pick<IndexedRefs, 'unreadRefs' | 'baselines' | 'revision'> = header.indexed ?? NEW,
): ReadingHeader {
  const { branches, environments, deploymentsRead } = header;
  const refs = { branches, environments, deploymentsRead, unreadRefs, baselines, revision };
  const indexed = { ...refs, form: EVIDENCE_FORM };
  return { ...header, indexed };
}

const NEW = { unreadRefs: [], baselines: {}, revision: null };

async function planIndex(slice: Slice, header: ReadingHeader): Promise<IndexPlan> {
  slice.indexPlan ??= await planIndexNow(slice, header);
  return slice.indexPlan;
}

async function planIndexNow(slice: Slice, header: ReadingHeader): Promise<IndexPlan> {
  const { evidence } = slice.ports;
  const { parts, pullRequests, unreadRefs, inputs } = await assemble(slice, header);
  const checks = await evidence.readChecks(header.repository);
  const complete = new Map([...parts].map(([key, part]) => [key, withChecks(part, checks)]));
  const digests = new Map([...complete].map(([key, part]) => [key, partDigest(part)]));
  const before = await evidence.readIndex(header.repository);
  const changed = [...new Set([...before.keys(), ...digests.keys()])]
    .filter((key) => before.get(key) !== digests.get(key))
    .sort();
  const refs = headerRefs(header);
  const commits = await commitLog(slice, header);
  const outline = outlineOf({ commits, refs, pullRequests, parts, checks });
  const branches = Object.keys(header.branches).sort();
  const baselines = Object.fromEntries(
    inputs.released.map((bundle) => [bundle.projectKey, baselineOf(bundle, parts, branches)]),
  );
  const placed = {
    spread: partlySpread(parts, branches),
    arrivals: arrivedChanges(parts, branches),
  };
  const revision = digestOf([...digests].sort(([one], [other]) => (one < other ? -1 : 1)));
  return { complete, digests, changed, unreadRefs, outline, baselines, ...placed, revision };
}

function withChecks(
  part: RepositoryEvidence,
  checks: ReadonlyMap<string, CommitChecks>,
): RepositoryEvidence {
  const of = (sha: string) => checks.get(sha)?.checks ?? 'not-read';
  // A squash leaves the head on no line: then what ran on the commit that it made speaks for it.
  const ofPullRequest = ({ headSha, mergeSha }: PullRequestEvidence) =>
    of(checks.has(headSha) ? headSha : (mergeSha ?? headSha));
  return {
    ...part,
    commits: part.commits.map((commit) => ({ ...commit, checks: of(commit.sha) })),
    pullRequests: part.pullRequests.map((one) => ({ ...one, checks: ofPullRequest(one) })),
  };
}
