import { createHolding } from '../../../src/domain/lines/holding';
import { REPOSITORY } from '../../support/builders';
import { told } from '../../support/line-places';

function holdingAfter(...sentences: string[]) {
  const holding = createHolding();
  told(...sentences).forEach(holding.apply);
  return holding;
}

describe('createHolding', () => {
  it.each<{ events: string[]; isDeployed: boolean }>([
    { events: ['8 in-branch a'], isDeployed: false },
    { events: ['8 deploying a qa'], isDeployed: false },
    { events: ['8 deployment-failed a qa'], isDeployed: false },
    { events: ['8 deployed a qa'], isDeployed: true },
    { events: ['8 redeployed a qa'], isDeployed: true },
    { events: ['8 deployed a qa', '9 rolled-back a qa'], isDeployed: false },
    { events: ['8 deployed a QA', '9 rolled-back a qa'], isDeployed: false },
    { events: ['8 deployed a qa', '8 deployed a uat', '9 rolled-back a qa'], isDeployed: true },
    { events: ['8 deployed a qa', '9 deployment-failed a qa'], isDeployed: true },
    {
      events: ['8 deployed a qa', '9 rolled-back a qa', '10 deployed a qa'],
      isDeployed: true,
    },
    { events: ['8 deployed b qa'], isDeployed: false },
  ])('knows after $events whether a is deployed: $isDeployed', ({ events, isDeployed }) => {
    expect(holdingAfter(...events).isDeployed(REPOSITORY, 'a')).toBe(isDeployed);
  });

  it('tells repositories apart', () => {
    const holding = holdingAfter('8 in-branch a', '9 deployed a qa');

    expect(holding.isInBranch(REPOSITORY, 'a')).toBe(true);
    expect(holding.isInBranch('github:acme/web', 'a')).toBe(false);
    expect(holding.isDeployed('github:acme/web', 'a')).toBe(false);
  });

  it('knows whether anything is there at all', () => {
    const empty = holdingAfter('8 approved Done', '9 promoted');
    const rolledBack = holdingAfter('8 deployed a qa', '9 rolled-back a qa');

    expect([empty.hasBranch(), empty.hasDeployed()]).toEqual([false, false]);
    expect(rolledBack.hasDeployed()).toBe(false);
    expect(holdingAfter('8 in-branch a').hasBranch()).toBe(true);
  });
});
