import { openRelease } from '../../../src/usecases/release/open-release';
import { signOff } from '../../../src/usecases/release/sign-off';
import {
  createReleasePorts,
  createReleaseWorld,
  evidenceOf,
  given,
  onTest,
  RECORD,
  RELEASE,
  releaseIn,
  ROSA,
  type ReleaseWorld,
} from '../../support/release-world';

const sign = async (world: ReleaseWorld, more: { role?: string; evidenceHash?: string } = {}) =>
  signOff(createReleasePorts(world), {
    ...{ release: RELEASE, role: 'QA', decision: 'approved', note: 'looks good' },
    evidenceHash: (await releaseIn(world)).facts.evidenceHash,
    ...more,
  });

const gateIn = async (world: ReleaseWorld) => {
  const { decision } = await releaseIn(world);
  return decision.gates.find(({ id }) => id === 'sign-offs')?.status;
};

describe('signOff', () => {
  it('keeps who signed what, as which role, and opens the gate', async () => {
    const world = createReleaseWorld();
    expect(await gateIn(world)).toBe('failed');

    const { signOff: signed } = given(await sign(world, { role: 'qa' }));

    expect(signed).toMatchObject({
      ...{ role: 'QA', decision: 'approved', by: 'Quinn Abara', accountId: 'quinn' },
      ...{ at: '2026-05-04T09:00:00Z', note: 'looks good', revoked: null },
      promotion: { from: 'test', to: 'prod' },
    });
    expect(world.releases.get(RECORD)?.acts.signOffs).toEqual([signed]);
    expect(await gateIn(world)).toBe('passed');
  });

  it('gets its snapshot at the next opening, once, when it was stopped before that', async () => {
    const world = createReleaseWorld();
    const ports = createReleasePorts(world);
    const { evidenceHash } = (await releaseIn(world)).facts;
    const addSnapshot = () => Promise.reject(new Error('stopped'));
    const stopped = signOff(
      { ...ports, snapshots: { ...ports.snapshots, addSnapshot } },
      { release: RELEASE, role: 'QA', decision: 'approved', evidenceHash },
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(world.snapshots.get(RECORD)).toBeUndefined();

    world.time = '2026-05-04T09:05:00Z';
    world.who = ROSA;
    await openRelease(createReleasePorts(world), RELEASE);
    await openRelease(createReleasePorts(world), RELEASE);

    const [signed] = world.releases.get(RECORD)?.acts.signOffs ?? [];
    expect(world.snapshots.get(RECORD)?.map(({ snapshot }) => snapshot)).toMatchObject([
      {
        ...{ why: 'sign-off', signOffId: signed?.id, by: 'Quinn Abara', evidenceHash },
        at: '2026-05-04T09:05:00Z',
      },
    ]);
  });

  it('goes stale when the evidence changes, and stays on record', async () => {
    const world = createReleaseWorld();
    await sign(world);

    world.issues = [evidenceOf(onTest('b2'), onTest('a1'))];

    expect(await gateIn(world)).toBe('failed');
    expect(world.releases.get(RECORD)?.acts.signOffs).toHaveLength(1);
  });

  it('refuses what the person did not see', async () => {
    const world = createReleaseWorld();
    const { evidenceHash } = (await releaseIn(world)).facts;
    world.issues = [evidenceOf(onTest('b2'), onTest('a1'))];

    expect(await sign(world, { evidenceHash })).toMatchObject({ refused: 'conflict' });
    expect(world.releases.size).toBe(0);
  });

  it('refuses who does not have the project role', async () => {
    const world = createReleaseWorld({ jiraRoles: ['QA'], rolesOf: { rosa: ['QA'] } });

    const outcome = await sign(world);

    expect(outcome).toMatchObject({ refused: 'forbidden' });
    expect(JSON.stringify(outcome)).toContain('the project role QA in PAY');
    expect(world.releases.size).toBe(0);
  });

  it.each([
    { when: 'the author of a change', who: 'Ana Lima', role: 'QA', says: 'PAY-1' },
    { when: 'a role that nobody asks for', who: 'Quinn Abara', role: 'Cook', says: 'QA' },
  ])('refuses $when', async ({ who, role, says }) => {
    const world = createReleaseWorld({ who: { accountId: 'x', displayName: who } });

    const outcome = await sign(world, { role });

    expect(outcome).toMatchObject({ refused: 'forbidden' });
    expect(JSON.stringify(outcome)).toContain(says);
    expect(world.releases.size).toBe(0);
  });
});
