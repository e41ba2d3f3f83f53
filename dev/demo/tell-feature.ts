import type { BranchCommit, FeatureStep } from './story-schema';
import { committerOf, mergeMessage, pullRef, squashMessage } from './hosted-words';
import { addChecks, addDeployment, minutesAfter, personOf, record } from './telling';
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
  telling.refs.set(pullRef(telling.story, number), sha);
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
    reviews: step.reviews.map((review, index) =>
      toReview({ step, shas, created_at }, review, index),
    ),
    commits: shas,
  };
}

type Opened = { step: FeatureStep; shas: string[]; created_at: string };

function toReview(
  { step, shas, created_at }: Opened,
  { by, state, seen }: FeatureStep['reviews'][number],
  index: number,
): HostedPull['reviews'][number] {
  const submitted_at =
    seen === null
      ? minutesAfter(created_at, 60 * (index + 1))
      : minutesAfter(step.at, MINUTES_BETWEEN_COMMITS * (seen - 1) + 20);
  return { user: by, state, commit_id: shas.at(seen === null ? -1 : seen - 1) ?? '', submitted_at };
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
  return landAsMerge(telling, { step, pull, theirs: shas.at(-1) ?? '' }, merger);
}

type Side = { step: FeatureStep; pull: HostedPull; theirs: string };

function landAsMerge(
  telling: Telling,
  { step, pull, theirs }: Side,
  { at, by }: Merger,
): Promise<string> {
  const author = personOf(telling, by);
  const signed = { author, committer: committerOf(telling.story, author), at };
  const message = mergeMessage(telling.story, step, pull.number);
  return recordMerge(telling, { message, ...signed }, { ours: shaOf(telling, step.into), theirs });
}

/** GitHub puts one commit on the branch; GitLab makes it where the work began, and merges that. */
async function landSquash(telling: Telling, feature: Feature, merger: Merger): Promise<string> {
  const { step, shas, pull } = feature;
  if (telling.story.host === 'github') {
    return recordSquash(telling, feature, { merger, onto: shaOf(telling, step.into) });
  }
  const [onto = ''] = toldAs(telling, shas[0] ?? '').parents;
  pull.squash_commit_sha = await recordSquash(telling, feature, { merger, onto });
  return landAsMerge(telling, { step, pull, theirs: pull.squash_commit_sha }, merger);
}

function recordSquash(
  telling: Telling,
  { step, shas, pull }: Feature,
  { merger: { at, by }, onto }: { merger: Merger; onto: string },
): Promise<string> {
  const told = shas.map((sha) => toldAs(telling, sha));
  const messages = told.map(({ message }) => message);
  const asked = {
    message: squashMessage(telling.story, { title: step.title, number: pull.number, messages }),
    author: personOf(telling, step.by),
    committer: committerOf(telling.story, personOf(telling, by)),
    at,
    parents: [onto],
  };
  return record(
    telling,
    asked,
    told.flatMap(({ changes }) => changes),
  );
}

/** GitLab rebases the branch itself and moves the target there: a fast-forward, without a commit of its own. */
async function landRebase(
  telling: Telling,
  { step, shas, pull }: Feature,
  { at, by }: Merger,
): Promise<string> {
  const { story } = telling;
  const landed: string[] = [];
  const signed = { author: personOf(telling, step.by), at };
  const committer = committerOf(story, personOf(telling, by));
  for (const sha of shas) {
    const { message, changes } = toldAs(telling, sha);
    const parents = [landed.at(-1) ?? shaOf(telling, step.into)];
    landed.push(await record(telling, { ...signed, message, committer, parents }, changes));
  }
  const head = landed.at(-1) ?? '';
  if (story.host === 'github') return head;
  telling.refs.set(`refs/keep-around/${pull.head.sha}`, pull.head.sha);
  telling.refs.set(pullRef(story, pull.number), head);
  Object.assign(pull, { commits: landed, head: { ...pull.head, sha: head } });
  return head;
}
