import { NO_ACTS } from '../../../src/domain/release/acts';
import { revokeSignOff, revokeWaiver } from '../../../src/usecases/release/revoke-act';
import { signOff, waiver } from '../../support/judged-bundle';
import {
  createReleasePorts,
  createReleaseWorld,
  QUINN,
  RECORD,
  RELEASE,
  ROSA,
  type Person,
} from '../../support/release-world';

const ANN: Person = { accountId: 'ann', displayName: 'Ann Ode' };

function worldOf(who: Person) {
  const acts = { ...NO_ACTS, waivers: [waiver()], signOffs: [signOff()] };
  return createReleaseWorld({ who, releases: new Map([[RECORD, { acts, words: [] }]]) });
}

describe('revokeWaiver and revokeSignOff', () => {
  it('mark the act and keep it', async () => {
    const world = worldOf(ROSA);

    const outcome = await revokeWaiver(createReleasePorts(world), {
      ...{ release: RELEASE, id: 'waiver-1', reason: 'given by mistake' },
    });

    const revoked = {
      ...{ by: 'Rosa Diaz', accountId: 'rosa', at: '2026-05-04T09:00:00Z' },
      reason: 'given by mistake',
    };
    expect(outcome).toEqual({ id: 'waiver-1', revoked });
    expect(world.releases.get(RECORD)?.acts).toEqual({
      ...{ waivers: [waiver({ revoked })], signOffs: [signOff()], moves: [] },
    });
  });

  it.each([
    { who: QUINN, what: 'a waiver', revoke: revokeWaiver, id: 'waiver-1', refused: 'forbidden' },
    { who: ROSA, what: 'a waiver', revoke: revokeWaiver, id: 'waiver-1', refused: null },
    { who: QUINN, what: 'their sign-off', revoke: revokeSignOff, id: 'sign-off-1', refused: null },
    { who: ROSA, what: 'a sign-off', revoke: revokeSignOff, id: 'sign-off-1', refused: null },
    { who: ANN, what: 'a sign-off', revoke: revokeSignOff, id: 'sign-off-1', refused: 'forbidden' },
    { who: ROSA, what: 'nothing', revoke: revokeSignOff, id: 'waiver-1', refused: 'not-found' },
  ])('$who.accountId takes back $what: $refused', async ({ who, revoke, id, refused }) => {
    const ports = createReleasePorts(worldOf(who));

    const outcome = await revoke(ports, { release: RELEASE, id });

    expect('refused' in outcome ? outcome.refused : null).toBe(refused);
  });

  it('are done once', async () => {
    const world = worldOf(ROSA);
    const again = () =>
      revokeWaiver(createReleasePorts(world), { release: RELEASE, id: 'waiver-1' });
    await again();
    const before = world.releases.get(RECORD);

    expect(await again()).toMatchObject({ refused: 'conflict' });
    expect(world.releases.get(RECORD)).toEqual(before);
  });
});
