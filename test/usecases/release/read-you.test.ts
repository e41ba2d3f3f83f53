import { readYou } from '../../../src/usecases/release/read-you';
import {
  createReleasePorts,
  createReleaseWorld,
  QUINN,
  releaseIn,
  ROSA,
  type ReleaseWorld,
} from '../../support/release-world';

const youIn = async (world: ReleaseWorld) =>
  readYou(createReleasePorts(world), await releaseIn(world));
const ROLES = { jiraRoles: ['QA'], rolesOf: { quinn: ['QA'] } };
const NOT_HELD =
  'You do not have the project role QA in PAY, so you may not sign. Who administers the project gives it in Jira.';

describe('readYou', () => {
  it.each([
    { who: QUINN, mayWaive: false, refusal: null },
    { who: ROSA, mayWaive: true, refusal: NOT_HELD },
    {
      who: { accountId: 'ana', displayName: 'Ana Lima' },
      mayWaive: false,
      refusal: 'Ana Lima wrote changes of PAY-1: somebody else must sign off.',
    },
  ])('tells $who.displayName what they may do', async ({ who, mayWaive, refusal }) => {
    expect(await youIn(createReleaseWorld({ who, ...ROLES }))).toEqual({
      ...{ name: who.displayName, mayWaive, whoDecides: 'who administers PAY, or Jira,' },
      roles: [{ role: 'QA', refusal, note: null }],
    });
  });

  it('says that anybody may sign where Jira has no such role', async () => {
    const { roles } = await youIn(createReleaseWorld());

    expect(roles).toEqual([
      {
        ...{ role: 'QA', refusal: null },
        note: 'Jira has no project role QA in PAY: anybody who may see the project may sign.',
      },
    ]);
  });

  it('opens the release although Jira does not tell about roles', async () => {
    const { roles } = await youIn(createReleaseWorld({ jiraRoles: 'refused' }));

    expect(roles[0]?.refusal).toContain('Jira failed (503).');
  });

  it.each([
    { who: QUINN, mayWaive: true },
    { who: ROSA, mayWaive: false },
  ])('lets the named role decide: $mayWaive for $who.displayName', async ({ who, mayWaive }) => {
    const releaseManagers = { roles: ['QA'], accountIds: [] };
    const you = await youIn(createReleaseWorld({ who, ...ROLES, project: { releaseManagers } }));

    expect(you).toMatchObject({ mayWaive, whoDecides: 'who has the project role QA in PAY' });
  });
});
