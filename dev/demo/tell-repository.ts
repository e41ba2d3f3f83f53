import type { History, Person } from './history';
import type {
  CommitStep,
  DeployStep,
  FeatureStep,
  MergeStep,
  PickStep,
  RepositoryStory,
  RevertStep,
  Step,
} from './story-schema';
import { addChecks, addDeployment, minutesAfter, personOf, record } from './telling';
import { recordMerge, recordWork, shaOf, toldAs } from './telling';
import type { Telling } from './telling';
import { finishFeature, startFeature } from './tell-feature';
import type { Feature } from './tell-feature';
import { undo } from './work-tree';

type Event = { at: string; happen: (telling: Telling) => Promise<void> };

/** Tells a repository's story from its first moment to its last, and says what came of it. */
export async function tellRepository(
  story: RepositoryStory,
  history: History,
  people: Readonly<Record<string, Person>>,
): Promise<Telling> {
  const telling: Telling = {
    ...{ story, history, people, commits: new Map(), branches: new Map(), refs: new Map() },
    ...{ ids: new Map(), pulls: [], deployments: [], checks: {} },
  };
  const events = story.steps
    .flatMap(toEvents)
    .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  for (const { happen } of events) await happen(telling);
  const heads = [...telling.branches].map(([name, sha]) => [`refs/heads/${name}`, sha] as const);
  await history.finish(new Map([...heads, ...telling.refs]));
  return telling;
}

function toEvents(step: Step): Event[] {
  if ('feature' in step) return toFeatureEvents(step);
  return [{ at: step.at, happen: (telling) => act(telling, step) }];
}

async function act(telling: Telling, step: Exclude<Step, FeatureStep>): Promise<void> {
  if ('merge' in step) await merge(telling, step);
  else if ('pick' in step) await pick(telling, step);
  else if ('revert' in step) await revert(telling, step);
  else if ('commit' in step) await commit(telling, step);
  else if ('deploy' in step) deploy(telling, step);
  else if ('tag' in step) telling.refs.set(`refs/tags/${step.tag}`, shaOf(telling, step.on));
  else telling.branches.set(step.branch, shaOf(telling, step.from));
}

/** Work begins at one moment and is merged at another; meanwhile others go on. */
function toFeatureEvents(step: FeatureStep): Event[] {
  const { at, merged } = step;
  let started: Feature | undefined;
  const start: Event = {
    at,
    happen: async (telling) => {
      started = await startFeature(telling, step);
    },
  };
  if (merged === undefined) return [start];
  const finish: Event = {
    at: merged,
    happen: async (telling) => {
      if (started) await finishFeature(telling, started, merged);
    },
  };
  return [start, finish];
}

async function commit(telling: Telling, step: CommitStep): Promise<void> {
  const { commit: title, body, by, at, on } = step;
  const head = telling.branches.get(on);
  const message = body === undefined ? `${title}\n` : `${title}\n\n${body.trimEnd()}\n`;
  const parents = head === undefined ? [] : [head];
  const asked = { message, author: personOf(telling, by), at, parents };
  land(telling, on, await recordWork(telling, asked, step.touch), step);
}

async function merge(telling: Telling, step: MergeStep): Promise<void> {
  const { merge: ref, into, by, at } = step;
  const title = step.title ?? `Merge branch '${ref}' into ${into}`;
  const sides = { ours: shaOf(telling, into), theirs: shaOf(telling, ref) };
  const signed = { author: personOf(telling, by), at };
  land(
    telling,
    into,
    await recordMerge(telling, { message: `${title}\n`, ...signed }, sides),
    step,
  );
}

async function pick(telling: Telling, step: PickStep): Promise<void> {
  const picked = shaOf(telling, step.pick);
  const { message, changes } = toldAs(telling, picked);
  const says = step.says ? `\n(cherry picked from commit ${picked})\n` : '';
  const asked = { message: message + says, author: personOf(telling, step.by), at: step.at };
  const sha = await record(telling, { ...asked, parents: [shaOf(telling, step.on)] }, changes);
  land(telling, step.on, sha, step);
}

async function revert(telling: Telling, step: RevertStep): Promise<void> {
  const reverted = shaOf(telling, step.revert);
  const { title, changes } = toldAs(telling, reverted);
  const message = `Revert "${title}"\n\nThis reverts commit ${reverted}.\n`;
  const asked = { message, author: personOf(telling, step.by), at: step.at };
  const parents = [shaOf(telling, step.on)];
  land(telling, step.on, await record(telling, { ...asked, parents }, undo(changes)), step);
}

function deploy(telling: Telling, { deploy: ref, to, at, by, states }: DeployStep): void {
  addDeployment(telling, { sha: shaOf(telling, ref), ref, to, at, by, states });
}

type Landed = Pick<CommitStep, 'at' | 'id' | 'checks'> & Pick<MergeStep, 'deploy'>;

/** A commit is now the head of a branch: it has a name, checks and perhaps a deployment. */
function land(telling: Telling, branch: string, sha: string, step: Landed): void {
  telling.branches.set(branch, sha);
  if (step.id !== undefined) telling.ids.set(step.id, sha);
  addChecks(telling, sha, step.at, step.checks);
  if (step.deploy === undefined) return;
  const at = minutesAfter(step.at, 15);
  const states = ['in_progress', 'success'];
  const deployed = { sha, ref: branch, to: step.deploy, at, by: 'ci[bot]' };
  addDeployment(telling, { ...deployed, states });
}
