import { maySignOff } from '../../../src/domain/release/may-sign-off';
import { judgedBundle } from '../../support/judged-bundle';
import { releaseFacts } from '../../support/release-facts';

const gap = { repository: 'github:acme/payments-api', what: 'checks', why: '403' };
const facts = releaseFacts({
  bundle: judgedBundle({ gaps: [gap] }),
  settings: { signOffs: [{ role: 'QA' }, { role: 'Client' }] },
});

describe('maySignOff', () => {
  it('allows somebody else, even while evidence is incomplete', () => {
    expect(maySignOff(facts, { displayName: 'Quinn Tester' }, 'qa')).toEqual({
      kind: 'allowed',
      role: 'QA',
    });
  });

  it.each([
    [facts, 'ana lima', 'QA', 'ana lima wrote changes of PAY-1: somebody else must sign off.'],
    [facts, 'Quinn', 'CEO', 'CEO signs off nothing here: the settings name QA and Client.'],
    [releaseFacts(), 'Quinn', 'QA', 'QA signs off nothing here: the settings name no role.'],
  ])('refuses %#', (given, displayName, role, reason) => {
    expect(maySignOff(given, { displayName }, role)).toEqual({ kind: 'refused', reason });
  });
});
