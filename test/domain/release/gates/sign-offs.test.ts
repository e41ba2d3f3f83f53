import type { SignOff } from '../../../../src/domain/release/acts';
import { distinctRoles, signOffsGate } from '../../../../src/domain/release/gates/sign-offs';
import { signOff } from '../../../support/judged-bundle';
import { releaseFacts } from '../../../support/release-facts';

const revoked = { by: 'Rosa', accountId: 'rosa', at: '2026-05-04T10:00:00Z' };
const rejected = { decision: 'rejected', note: 'login fails' } as const;
const withSignOffs = (...signOffs: SignOff[]) =>
  releaseFacts({ settings: { signOffs: [{ role: 'QA' }] }, acts: { signOffs } });

describe('signOffsGate', () => {
  it.each([
    { when: 'nobody signed', signOffs: [], open: ['QA has not signed off yet.'] },
    { when: 'somebody signed', signOffs: [signOff()], open: [] },
    { when: 'the role is written differently', signOffs: [signOff({ role: ' qa' })], open: [] },
    {
      when: 'another role signed',
      signOffs: [signOff({ role: 'Client' })],
      open: ['QA has not signed off yet.'],
    },
    {
      when: 'it was taken back',
      signOffs: [signOff({ revoked })],
      open: ['QA has not signed off yet.'],
    },
    {
      when: 'it was for another promotion',
      signOffs: [signOff({ promotion: { from: 'dev', to: 'test' } })],
      open: ['QA has not signed off yet.'],
    },
    {
      when: 'the evidence changed since',
      signOffs: [signOff({ evidenceHash: 'hash-0' })],
      open: [
        'QA signed off on 2026-05-04 (Quinn Tester), and the evidence changed since: it is stale.',
      ],
    },
    {
      when: 'an author signed, with other spaces and case',
      signOffs: [signOff({ by: 'ana  LIMA' })],
      open: [
        'QA was signed by ana  LIMA, who wrote changes of this release: somebody else must sign.',
      ],
    },
    {
      when: 'an author and somebody else signed',
      signOffs: [signOff({ by: 'Ana Lima', accountId: 'ana' }), signOff()],
      open: [],
    },
    {
      when: 'somebody rejected it',
      signOffs: [signOff(rejected)],
      open: ['QA was rejected by Quinn Tester: login fails'],
    },
    {
      when: 'somebody rejected it and another person approves',
      signOffs: [signOff(rejected), signOff({ id: '2', by: 'Rosa', accountId: 'rosa' })],
      open: ['QA was rejected by Quinn Tester: login fails'],
    },
    {
      when: 'the person who rejected it approves later',
      signOffs: [signOff({ id: '2', at: '2026-05-04T10:00:00Z' }), signOff(rejected)],
      open: [],
    },
    {
      when: 'the rejection was taken back and another person approves',
      signOffs: [
        signOff({ ...rejected, revoked }),
        signOff({ id: '2', by: 'Rosa', accountId: 'rosa' }),
      ],
      open: [],
    },
    {
      when: 'somebody rejected what was there before',
      signOffs: [signOff({ ...rejected, evidenceHash: 'hash-0' })],
      open: ['QA has not signed off yet.'],
    },
  ])('when $when', ({ signOffs, open }) => {
    expect(signOffsGate(withSignOffs(...signOffs)).open.map(({ text }) => text)).toEqual(open);
  });

  it('passes without roles and says so', () => {
    expect(signOffsGate(releaseFacts())).toEqual({
      open: [],
      summary: 'No role has to sign off.',
      progress: null,
    });
  });

  it('counts roles', () => {
    const signOffs = [{ role: 'QA' }, { role: 'Client' }];
    const facts = releaseFacts({ settings: { signOffs }, acts: { signOffs: [signOff()] } });

    expect(signOffsGate(facts)).toMatchObject({
      progress: { done: 1, of: 2 },
      summary: 'Client has not signed off yet.',
    });
  });
});

describe('roles', () => {
  it('are the same whatever their case', () => {
    const signOffs = [{ role: 'QA' }, { role: 'qa ' }, { role: 'Client' }];

    expect(distinctRoles(releaseFacts({ settings: { signOffs } }))).toEqual(['QA', 'Client']);
  });
});
