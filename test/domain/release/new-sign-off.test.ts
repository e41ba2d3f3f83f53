import { newSignOff } from '../../../src/domain/release/new-sign-off';
import { signOff } from '../../support/judged-bundle';

const { id: _, revoked: __, ...SAID } = signOff();

describe('newSignOff', () => {
  it('stands, and is about the two lines alone', () => {
    const promotion = { from: 'test', to: 'prod', before: ['dev'], isToLast: true };

    expect(newSignOff({ ...SAID, promotion })).toMatchObject({
      ...{ role: 'QA', revoked: null, promotion: { from: 'test', to: 'prod' } },
    });
  });

  it.each([
    { what: 'role', more: { role: 'Client' } },
    { what: 'person', more: { accountId: 'rosa' } },
    { what: 'moment', more: { at: '2026-05-04T10:00:00Z' } },
    { what: 'answer', more: { decision: 'rejected' as const } },
    { what: 'promotion', more: { promotion: { from: 'dev', to: 'test' } } },
  ])('is another one with another $what', ({ more }) => {
    expect(newSignOff({ ...SAID, ...more }).id).not.toBe(newSignOff(SAID).id);
  });

  it('is the same one when it is made twice', () => {
    expect(newSignOff(SAID).id).toBe(newSignOff(SAID).id);
  });
});
