import type { IssueMark, MarkChanges, MarkRecord } from '../../../src/domain/release/issue-mark';
import type { JiraVersion } from '../../../src/ports/issue-tracker';
import type { Ports } from '../../../src/ports/ports';
import { ProviderError, type Failure } from '../../../src/ports/provider-error';
import { composeRelease } from '../../../src/usecases/release/compose-release';
import { markIssues } from '../../../src/usecases/release/mark-issues';
import { jiraIssue } from '../../support/builders';
import { createLargePorts, createLargeRelease } from '../../support/large-release';
import { createReleasePorts, createReleaseWorld, SPRING } from '../../support/release-world';
import { projectSettings } from '../../support/settings';

type Job = { projectKey: string; attempt?: number; delay: number };
type Written = Record<string, IssueMark['verdict'] | null>;

/** Ports whose Jira takes marks, but for those of `refused`, or fails with `failure`. */
function markable(ports: Ports, jira: { refused?: string[]; failure?: Failure } = {}) {
  const written: Written[] = [];
  const jobs: Job[] = [];
  const markIssuesIn = (changes: MarkChanges): Promise<Set<string>> => {
    if (jira.failure) return Promise.reject(new ProviderError(jira.failure, 'Jira fails'));
    written.push(
      Object.fromEntries([...changes].map(([key, mark]) => [key, mark?.verdict ?? null])),
    );
    return Promise.resolve(new Set(jira.refused ?? []));
  };
  const all: Ports = {
    ...ports,
    marker: { markIssues: markIssuesIn },
    jobs: {
      ...ports.jobs,
      markIssues: (at, delay) => {
        jobs.push({ ...at, delay });
        return Promise.resolve();
      },
    },
  };
  const run = (attempt = 0): Promise<void> => markIssues(all, { projectKey: 'PAY', attempt });
  const recordNow = (projectKey = 'PAY'): Promise<MarkRecord> => all.marks.readMarks(projectKey);
  return { ports: all, written, jobs, run, recordNow };
}

const smallTest = (jira: Parameters<typeof markable>[1] = {}) => {
  const world = createReleaseWorld();
  return { world, ...markable(createReleasePorts(world), jira) };
};

/** The ports, but for what Jira says of versions. */
const withVersions = (ports: Ports, versions: JiraVersion[]): Ports => ({
  ...ports,
  asApp: { ...ports.asApp, listVersions: () => Promise.resolve(versions) },
});

/** Runs the events that judge a large release until none is left. */
async function judgeAll(ports: Ports, composed: { id: string; run?: string; step?: number }[]) {
  for (let next = composed.shift(); next; next = composed.shift()) {
    await composeRelease(ports, next);
  }
}

describe('marking the issues of a project', () => {
  it('writes on each issue of a release to come, once', async () => {
    const { run, written } = smallTest();

    await run();
    await run();

    expect(written).toEqual([{ 'PAY-1': 'safe' }]);
  });

  it('does nothing for a project that is not set up', async () => {
    const { world, run, written } = smallTest();
    world.settings.clear();

    await run();

    expect(written).toEqual([]);
  });

  it.each([
    { what: 'a version that is out', version: { ...SPRING, isReleased: true } },
    { what: 'an archived version', version: { ...SPRING, isArchived: true } },
  ])('writes nothing for $what', async ({ version }) => {
    const world = createReleaseWorld();
    const { run, written } = markable(withVersions(createReleasePorts(world), [version]));

    await run();

    expect(written).toEqual([]);
  });

  it('says that it does not know what nobody can judge any more', async () => {
    const { world, run, written } = smallTest();
    await run();
    world.settings.set('PAY', projectSettings({ route: [] }));

    await run();

    expect(written.at(-1)).toEqual({ 'PAY-1': 'unknown' });
  });

  it('begins what was queued, so that the next change queues another', async () => {
    const { ports, run } = smallTest();
    await ports.marks.saveQueued('PAY', { dueAt: '2026-05-04T09:02:00Z', judgedAt: null });

    await run();

    expect(await ports.marks.findQueued('PAY')).toEqual({ dueAt: null, judgedAt: null });
  });
});

describe('an issue that left', () => {
  async function leaveTest(jira: { left: ReturnType<typeof jiraIssue>[]; refused?: string[] }) {
    const test = smallTest();
    await test.run();
    const { asApp } = test.ports;
    const left = markable(
      {
        ...test.ports,
        asApp: {
          ...asApp,
          listIssuesOfVersion: () => Promise.resolve([]),
          findIssues: () => Promise.resolve(jira.left),
        },
      },
      jira.refused ? { refused: jira.refused } : {},
    );
    return left;
  }

  it('loses its mark', async () => {
    const { run, written, recordNow } = await leaveTest({ left: [jiraIssue()] });

    await run();

    expect(written).toEqual([{ 'PAY-1': null }]);
    expect((await recordNow()).marks.size).toBe(0);
  });

  it('is forgotten when it was deleted', async () => {
    const { run, written, recordNow } = await leaveTest({ left: [] });

    await run();

    expect(written).toEqual([{}]);
    expect((await recordNow()).marks.size).toBe(0);
  });

  it('loses its mark where it is now, and is marked anew there', async () => {
    const moved = jiraIssue({ key: 'WEB-7', projectKey: 'WEB', formerKeys: ['PAY-1'] });
    const { ports, run, written, recordNow } = await leaveTest({ left: [moved] });
    const mark: IssueMark = { verdict: 'safe', decision: 'SHIP', versionIds: ['77'] };
    await ports.marks.changeMarks('WEB', (record) => ({
      ...record,
      marks: new Map([['WEB-7', mark]]),
    }));

    await run();

    expect(written).toEqual([{ 'WEB-7': null }]);
    expect((await recordNow('WEB')).marks.size).toBe(0);
  });

  it('is tried again another day when Jira refuses', async () => {
    const { run, recordNow } = await leaveTest({ left: [jiraIssue()], refused: ['PAY-1'] });

    await run();

    expect([...(await recordNow()).refused.keys()]).toEqual(['PAY-1']);
    expect([...(await recordNow()).marks.keys()]).toEqual(['PAY-1']);
  });
});

describe('when Jira cannot be asked', () => {
  const AWAY: Failure = { kind: 'unavailable', status: 503 };

  it.each([
    { failure: AWAY, attempt: 0, jobs: [{ projectKey: 'PAY', attempt: 1, delay: 30 }] },
    { failure: AWAY, attempt: 2, jobs: [{ projectKey: 'PAY', attempt: 3, delay: 600 }] },
    { failure: AWAY, attempt: 3, jobs: [] },
    {
      failure: { kind: 'rate-limited', retryAfterSeconds: 90 } as const,
      ...{ attempt: 0, jobs: [{ projectKey: 'PAY', attempt: 1, delay: 90 }] },
    },
    { failure: { kind: 'unauthorized' } as const, attempt: 0, jobs: [] },
  ])('after $failure.kind, attempt $attempt, queues $jobs', async ({ failure, attempt, jobs }) => {
    const test = smallTest({ failure });

    await test.run(attempt);

    expect(test.jobs).toEqual(jobs);
    expect((await test.recordNow()).marks.size).toBe(0);
  });

  it('lets any other error be told by the queue', async () => {
    const { ports, run } = smallTest();
    ports.marks.readMarks = () => Promise.reject(new TypeError('broken'));

    await expect(run()).rejects.toThrow('broken');
  });
});

describe('a release of hundreds of issues', () => {
  it('is marked when it was judged, a thousand issues an event, a hundred between two records', async () => {
    const world = createLargeRelease(1120);
    const large = createLargePorts(world);
    const { run, written, jobs, ports } = markable(withVersions(large, [SPRING]));

    await run();
    expect(written).toEqual([]);
    await judgeAll(ports, world.composed);
    await run();

    expect(written.map((one) => Object.keys(one).length)).toEqual(Array(10).fill(100));
    expect(jobs.at(-1)).toEqual({ projectKey: 'PAY', delay: 0 });
    await run();
    expect(written.slice(10).map((one) => Object.keys(one).length)).toEqual([100, 20]);
  });
});
