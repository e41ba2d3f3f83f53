import { isRefusal } from '../../src/usecases/refusal';
import { getIssue } from '../../src/usecases/get-issue';
import { tickManualStep } from '../../src/usecases/tick-manual-step';
import {
  commitEvidence,
  inRefs,
  issueEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { createIssuePorts, createIssueWorld, type IssueWorld } from '../support/issue-ports';
import { projectSettings, repositorySettings } from '../support/settings';

const STEP = { paths: ['migrations/**'], text: 'Run the migration', owner: 'DBA' };
const onTest = inRefs('branch:develop', 'branch:release/test');
const migration = (sha: string) =>
  commitEvidence({
    sha,
    presence: onTest,
    paths: { listed: [`migrations/${sha}.sql`], omitted: 0 },
  });

function worldWith(...shas: string[]): IssueWorld {
  const part = repositoryEvidence({ commits: shas.map(migration) });
  const repositories = [repositorySettings(REPOSITORY, { manualSteps: [STEP] })];
  return createIssueWorld({
    settings: new Map([['PAY', projectSettings({ repositories })]]),
    statuses: new Map([['PAY:0', { [REPOSITORY]: repositoryStatus() }]]),
    issues: [issueEvidence([part])],
  });
}

async function stepIn(world: IssueWorld) {
  const facts = await getIssue(createIssuePorts(world), { issueKey: 'PAY-1' });
  const [step] = isRefusal(facts) ? [] : (facts.judgement?.facts.manualSteps ?? []);
  if (!step) throw new Error('There is no step');
  return step;
}

describe('tickManualStep', () => {
  it('keeps who said it, when and why, and the step is done', async () => {
    const world = worldWith('a1');
    const { id: stepId } = await stepIn(world);

    const ticked = await tickManualStep(createIssuePorts(world), {
      ...{ issueKey: 'PAY-1', stepId, done: true, note: 'in the night' },
    });

    expect(ticked).toEqual({ stepId, done: true, by: 'Ana Lima', at: '2026-05-04T09:00:00Z' });
    expect(await stepIn(world)).toMatchObject({
      ...{ text: 'Run the migration', owner: 'DBA', done: true, by: 'Ana Lima' },
      note: 'in the night',
    });
  });

  it('takes a word back', async () => {
    const world = worldWith('a1');
    const { id: stepId } = await stepIn(world);
    const ports = createIssuePorts(world);

    await tickManualStep(ports, { issueKey: 'PAY-1', stepId, done: true });
    await tickManualStep(
      { ...ports, now: () => '2026-05-04T10:00:00Z' },
      {
        ...{ issueKey: 'PAY-1', stepId, done: false },
      },
    );

    expect(await stepIn(world)).toMatchObject({
      done: false,
      reopened: { kind: 'unticked', by: 'Ana Lima', at: '2026-05-04T10:00:00Z' },
    });
    expect(world.ticks.get('PAY-1')).toHaveLength(2);
  });

  it('is open again when another commit asks for the step', async () => {
    const before = worldWith('a1');
    const { id: stepId } = await stepIn(before);
    await tickManualStep(createIssuePorts(before), { issueKey: 'PAY-1', stepId, done: true });

    const after = { ...worldWith('b2', 'a1'), ticks: before.ticks };

    expect(await stepIn(after)).toMatchObject({ id: stepId, done: false });
  });

  it('refuses a step that the issue does not have', async () => {
    const world = worldWith('a1');

    const outcome = await tickManualStep(createIssuePorts(world), {
      ...{ issueKey: 'PAY-1', stepId: 'nowhere', done: true },
    });

    expect(outcome).toMatchObject({ refused: 'not-found' });
    expect(world.ticks.size).toBe(0);
  });
});
