import { readYou } from '../../../src/usecases/release/read-you';
import {
  createReleasePorts,
  createReleaseWorld,
  QUINN,
  releaseIn,
  ROSA,
} from '../../support/release-world';

describe('readYou', () => {
  it.each([
    { who: QUINN, mayWaive: false, refusal: null },
    { who: ROSA, mayWaive: true, refusal: null },
    {
      who: { accountId: 'ana', displayName: 'Ana Lima' },
      mayWaive: false,
      refusal: 'Ana Lima wrote changes of PAY-1: somebody else must sign off.',
    },
  ])('tells $who.displayName what they may do', async ({ who, mayWaive, refusal }) => {
    const world = createReleaseWorld({ who });

    const you = await readYou(createReleasePorts(world), await releaseIn(world));

    expect(you).toEqual({ name: who.displayName, mayWaive, roles: [{ role: 'QA', refusal }] });
  });
});
