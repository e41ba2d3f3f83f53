import fc from 'fast-check';

import { byTime } from '../../../src/domain/lines/event-order';
import { tell, told } from '../../support/line-places';

describe('byTime', () => {
  it('orders events of one moment by what must have come first', () => {
    const events = told(
      '9 promoted',
      '9 rejected QA failed',
      '9 deployed a qa',
      '9 deploying b qa',
      '9 rolled-back c qa',
      '9 in-branch a',
      '8 approved Done',
      '9 deployment-failed d qa',
    );

    expect(events.sort(byTime).map(tell)).toEqual([
      '8 approved Done',
      '9 in-branch a',
      '9 rolled-back c qa',
      '9 deployment-failed d qa',
      '9 deploying b qa',
      '9 deployed a qa',
      '9 rejected QA failed',
      '9 promoted',
    ]);
  });

  it('leaves statuses of one moment in the order of the history', () => {
    const events = told('9 approved Done', '9 rejected Reopened', '9 approved Accepted');

    expect(events.sort(byTime).map(tell)).toEqual([
      '9 approved Done',
      '9 rejected Reopened',
      '9 approved Accepted',
    ]);
  });

  it('reads instants with and without milliseconds as the same', () => {
    const rejected = told('9 rejected QA failed').map((event) => ({
      ...event,
      at: '2026-05-01T09:00:00.000Z',
    }));
    const events = [...rejected, ...told('9 deployed a qa')];

    expect(events.sort(byTime).map(({ kind }) => kind)).toEqual(['deployed', 'rejected']);
  });

  it('does not depend on the order of what the hosts answered', () => {
    const events = told('9 deployed a qa', '9 deployed b qa', '9 deployed a uat', '9 in-branch a');
    const sorted = ['9 in-branch a', '9 deployed a qa', '9 deployed b qa', '9 deployed a uat'];

    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 4 }), (shuffled) => {
        expect(shuffled.sort(byTime).map(tell)).toEqual(sorted);
      }),
    );
  });
});
