import { maySignOff } from '../../../src/domain/release/may-sign-off';
import type { ToldRoles } from '../../../src/domain/release/told-roles';
import type { SignOffRole } from '../../../src/domain/settings/project-settings';
import { judgedBundle } from '../../support/judged-bundle';
import { releaseFacts } from '../../support/release-facts';

type Project = { projectKey: string; signOffs: SignOffRole[] };
const PAY: Project = { projectKey: 'PAY', signOffs: [{ role: 'QA' }, { role: 'Client' }] };
const LED: Project = { projectKey: 'LED', signOffs: [{ role: 'qa' }] };
const gap = { repository: 'github:acme/payments-api', what: 'checks', why: '403' };

const asked = (...settings: Project[]) => ({
  settings,
  facts: releaseFacts({
    bundle: judgedBundle({ gaps: [gap] }),
    settings: { signOffs: settings.flatMap(({ signOffs }) => signOffs) },
  }),
});

const inProject = (projectKey: string, more: Partial<ToldRoles> = {}): ToldRoles => ({
  ...{ projectKey, held: ['QA'], all: ['QA'], why: '' },
  ...more,
});
const quinn = (...told: ToldRoles[]) => ({ displayName: 'Quinn Tester', accountId: 'quinn', told });

describe('maySignOff', () => {
  it('allows who has the project role, even while evidence is incomplete', () => {
    expect(maySignOff(asked(PAY), quinn(inProject('PAY')), 'qa')).toEqual({
      ...{ kind: 'allowed', role: 'QA', note: null },
    });
  });

  it('refuses who does not have the project role', () => {
    const reason =
      'You do not have the project role QA in PAY, so you may not sign. Who administers the project gives it in Jira.';

    expect(maySignOff(asked(PAY), quinn(inProject('PAY', { held: [] })), 'QA')).toEqual({
      ...{ kind: 'refused', reason },
    });
  });

  it('refuses while Jira does not tell, and says what it said', () => {
    const reason =
      'Jira did not tell whether you have the project role QA in PAY, so you may not sign. Jira failed (503).';
    const told = inProject('PAY', { held: null, why: 'Jira failed (503).' });

    expect(maySignOff(asked(PAY), quinn(told), 'QA')).toEqual({ kind: 'refused', reason });
  });

  it('is open to anybody where Jira has no role of that name, and says so', () => {
    const note = 'Jira has no project role QA in PAY: anybody who may see the project may sign.';

    expect(maySignOff(asked(PAY), quinn(inProject('PAY', { held: [], all: [] })), 'QA')).toEqual({
      ...{ kind: 'allowed', role: 'QA', note },
    });
  });

  it.each([
    { account: 'quinn', kind: 'allowed' },
    { account: 'somebody-else', kind: 'refused' },
  ])('is $kind to Quinn where the settings name $account', ({ account, kind }) => {
    const project = { projectKey: 'PAY', signOffs: [{ role: 'QA', accountIds: [account] }] };
    const told = inProject('PAY', { held: [], all: [] });

    expect(maySignOff(asked(project), quinn(told), 'QA')).toMatchObject({ kind });
  });

  it('needs the role in each project that asks for it', () => {
    const inOne = quinn(inProject('PAY'), inProject('LED', { held: [] }));
    const inBoth = quinn(inProject('PAY'), inProject('LED'));

    expect(maySignOff(asked(PAY, LED), inBoth, 'QA')).toMatchObject({ kind: 'allowed' });
    expect(maySignOff(asked(PAY, LED), inOne, 'QA')).toEqual({
      kind: 'refused',
      reason:
        'You do not have the project role QA in LED, so you may not sign. One sign-off is of all projects of the release. Who administers the project gives it in Jira.',
    });
  });

  it('does not need it in a project that does not ask for it', () => {
    const settings = asked(PAY, { projectKey: 'LED', signOffs: [] });

    expect(maySignOff(settings, quinn(inProject('PAY')), 'QA')).toMatchObject({ kind: 'allowed' });
  });

  it.each([
    [asked(PAY), 'ana lima', 'QA', 'ana lima wrote changes of PAY-1: somebody else must sign off.'],
    [asked(PAY), 'Quinn', 'CEO', 'CEO signs off nothing here: the settings name QA and Client.'],
    [asked(), 'Quinn', 'QA', 'QA signs off nothing here: the settings name no role.'],
  ])('refuses %#', (given, displayName, role, reason) => {
    const person = { displayName, accountId: 'x', told: [inProject('PAY')] };

    expect(maySignOff(given, person, role)).toEqual({ kind: 'refused', reason });
  });
});
