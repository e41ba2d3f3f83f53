import type { BranchCommit, FeatureStep } from './story-schema';
import { addChecks, addDeployment, GITHUB, minutesAfter, personOf, record } from './telling';
import { recordMerge, recordWork, shaOf, toldAs } from './telling';
import type { HostedPull, Telling } from './telling';

const MINUTES_BETWEEN_COMMITS = 50;

/** A branch with its work, and the pull request that asks for it. */
export type Feature = { step: FeatureStep; shas: string[]; pull: HostedPull };

/** Branches off, does the work and opens the pull request. */
export async function startFeature(telling: Telling, step: FeatureStep): Promise<Feature> {
  const author = personOf(telling, step.by);
  const shas: string[] = [];
  const commits = step.commits.flatMap(spread);
  for (const [index, { title, body, touch }] of commits.entries()) {
    const sha = await recordWork(
      telling,
      {
        message: body === undefined ? `${title}\n` : `${title}\n\n${body.trimEnd()}\n`,
        author,
        at: minutesAfter(step.at, MINUTES_BETWEEN_COMMITS * index),
        parents: [shas.at(-1) ?? shaOf(telling, step.from)],
      },
      touch,
    );
    shas.push(sha);
  }
  telling.ids.set(step.feature, shas.at(-1) ?? '');
  const openedAt = minutesAfter(step.at, MINUTES_BETWEEN_COMMITS * commits.length);
  const pull = openPull(telling, step, shas, openedAt);
  telling.pulls.push(pull);
  addChecks(telling, shas.at(-1) ?? '', openedAt, step.checks);
  return { step, shas, pull };
}

function spread({ each, ...commit }: BranchCommit): Omit<BranchCommit, 'each'>[] {
  if (!each) return [commit];
  return each.map((word) => ({
    ...commit,
    title: commit.title.replaceAll('{}', word),
    touch: commit.touch.map((path) => path.replaceAll('{}', word)),
  }));
}

function openPull(
  telling: Telling,
  step: FeatureStep,
  shas: string[],
  created_at: string,
): HostedPull {
  const number = telling.pulls.length + 1;
  const sha = shas.at(-1) ?? '';
  telling.refs.set(`refs/pull/${number}/head`, sha);
  if (step.how === 'open') telling.branches.set(step.feature, sha);
  return {
    number,
    title: step.title,
    body: step.description,
    state: 'open',
    draft: step.draft,
    user: step.by,
    head: { ref: step.feature, sha },
    base: { ref: step.into, sha: shaOf(telling, step.from) },
    created_at,
    updated_at: minutesAfter(created_at, 60 * step.reviews.length),
    reviews: step.reviews.map(({ by, state }, index) => ({
      user: by,
      state,
      commit_id: sha,
      submitted_at: minutesAfter(created_at, 60 * (index + 1)),
    })),
    commits: shas,
  };
}

/** Merges the pull request in its way; what lands on develop is deployed at once. */
export async function finishFeature(
  telling: Telling,
  { step, shas, pull }: Feature,
  at: string,
): Promise<void> {
  const by = step.mergedBy ?? step.by;
  const land = { merge: landMerge, squash: landSquash, rebase: landRebase, open: landMerge };
  const sha = await land[step.how](telling, { step, shas, pull }, { at, by });
  telling.branches.set(step.into, sha);
  if (step.id !== undefined) telling.ids.set(step.id, sha);
  Object.assign(pull, {
    state: 'closed',
    merge_commit_sha: sha,
    merged_by: by,
    merged_at: at,
    closed_at: at,
    updated_at: at,
  });
  addChecks(telling, sha, at, step.checks);
  if (step.into !== 'develop') return;
  const deployedAt = minutesAfter(at, 12);
  const states = ['in_progress', 'success'];
  addDeployment(telling, {
    ...{ sha, ref: 'develop', to: 'development', at: deployedAt, by: 'ci[bot]' },
    states,
  });
}

type Merger = { at: string; by: string };

function landMerge(
  telling: Telling,
  { step, shas, pull }: Feature,
  merger: Merger,
): Promise<string> {
  const message = `Merge pull request #${pull.number} from acme/${step.feature}\n\n${step.title}\n`;
  const signed = { author: personOf(telling, merger.by), committer: GITHUB, at: merger.at };
  const sides = { ours: shaOf(telling, step.into), theirs: shas.at(-1) ?? '' };
  return recordMerge(telling, { message, ...signed }, sides);
}

/** One commit whose message lists those of the branch, as GitHub writes it. */
function landSquash(
  telling: Telling,
  { step, shas, pull }: Feature,
  { at }: Merger,
): Promise<string> {
  const told = shas.map((sha) => toldAs(telling, sha));
  const bullets = told.map(({ message }) => `* ${message.trimEnd()}`).join('\n\n');
  const body = told.length > 1 ? `\n${bullets}\n` : '';
  return record(
    telling,
    {
      message: `${step.title} (#${pull.number})\n${body}`,
      author: personOf(telling, step.by),
      committer: GITHUB,
      at,
      parents: [shaOf(telling, step.into)],
    },
    told.flatMap(({ changes }) => changes),
  );
}

async function landRebase(
  telling: Telling,
  { step, shas }: Feature,
  { at }: Merger,
): Promise<string> {
  let head = shaOf(telling, step.into);
  for (const sha of shas) {
    const { message, changes } = toldAs(telling, sha);
    const author = personOf(telling, step.by);
    const asked = { message, author, committer: GITHUB, at, parents: [head] };
    head = await record(telling, asked, changes);
  }
  return head;
}
