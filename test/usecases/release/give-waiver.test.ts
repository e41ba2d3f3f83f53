import { giveWaiver } from '../../../src/usecases/release/give-waiver';
import {
  createReleasePorts,
  createReleaseWorld,
  evidenceOf,
  given,
  onTest,
  QUINN,
  RECORD,
  RELEASE,
  releaseIn,
  ROSA,
  type ReleaseWorld,
} from '../../support/release-world';

const migration = (sha: string) =>
  onTest(sha, { paths: { listed: ['db/migrations/one.sql'], omitted: 0 } });

const worldWith = (...shas: string[]): ReleaseWorld =>
  createReleaseWorld({
    ...{ who: ROSA, issues: [evidenceOf(...shas.map(migration))] },
  });

const give = (world: ReleaseWorld, more: { reason?: string; expiresAt?: string } = {}) =>
  giveWaiver(createReleasePorts(world), {
    ...{ release: RELEASE, gate: 'issues', reason: 'The client knows' },
    ...{ expiresAt: '2026-05-06T09:00:00+02:00', ...more },
  });

const gateIn = async (world: ReleaseWorld) => {
  const { decision } = await releaseIn(world);
  return decision.gates.find(({ id }) => id === 'issues')?.status;
};

describe('giveWaiver', () => {
  it("covers today's items and not tomorrow's, until it runs out", async () => {
    const world = worldWith('a1');
    expect(await gateIn(world)).toBe('failed');

    const { waiver } = given(await give(world));
    expect(waiver).toMatchObject({
      ...{ gate: 'issues', reason: 'The client knows', by: 'Rosa Diaz', accountId: 'rosa' },
      ...{ at: '2026-05-04T09:00:00Z', expiresAt: '2026-05-06T07:00:00.000Z', revoked: null },
    });
    expect(world.releases.get(RECORD)?.acts.waivers).toEqual([waiver]);
    expect(await gateIn(world)).toBe('waived');

    world.issues = [evidenceOf(migration('b2'), migration('a1'))];
    expect(await gateIn(world)).toBe('failed');

    world.issues = [evidenceOf(migration('a1'))];
    world.time = '2026-05-06T07:00:00Z';
    expect(await gateIn(world)).toBe('failed');
  });

  it.each([
    { who: QUINN, outcome: { waiver: { by: 'Quinn Abara' } } },
    {
      who: ROSA,
      outcome: {
        refused: 'forbidden',
        message:
          'Only who has the project role Release manager in PAY may do this. Ask one of them.',
      },
    },
  ])(
    'is for those whom the settings name, and not for others: $who.displayName',
    async ({ who, outcome }) => {
      const releaseManagers = { roles: ['Release manager'], accountIds: [] };
      const world = createReleaseWorld({
        ...{ who, issues: [evidenceOf(migration('a1'))], project: { releaseManagers } },
        ...{ jiraRoles: ['Release manager'], rolesOf: { quinn: ['release manager'] } },
      });

      expect(await give(world)).toMatchObject(outcome);
    },
  );

  it('is for those who administer the projects', async () => {
    const world = { ...worldWith('a1'), who: QUINN };

    expect(await give(world)).toEqual({
      refused: 'forbidden',
      message: 'Only who administers PAY, or Jira, may do this. Ask one of them.',
    });
    expect(world.releases.size).toBe(0);
  });

  it.each([
    { when: 'no reason', more: { reason: ' ' } },
    { when: 'an end in the past', more: { expiresAt: '2026-05-04T09:00:00Z' } },
    { when: 'an end in a year', more: { expiresAt: '2027-05-04T09:00:00Z' } },
  ])('refuses $when', async ({ more }) => {
    const world = worldWith('a1');

    expect(await give(world, more)).toMatchObject({ refused: 'invalid-input' });
    expect(world.releases.size).toBe(0);
  });
});
