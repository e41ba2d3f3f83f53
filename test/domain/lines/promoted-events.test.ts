import { promotedEvents } from '../../../src/domain/lines/promoted-events';
import type { LinePlace } from '../../../src/domain/lines/line-place';
import { arrived, at, linePlace, tell, told } from '../../support/line-places';

const MAIN = linePlace({ branch: 'main', reachedBy: 'branch' });
const A = arrived('a', { main: 10 });
const B = arrived('b', { main: 11 });

describe('promotedEvents', () => {
  it.each<{
    when: string;
    place?: Partial<LinePlace>;
    before: string[];
    events: string[];
    promoted: string[];
  }>([
    {
      when: 'all came after the approval',
      before: ['9 approved Approved'],
      events: ['10 in-branch a', '11 in-branch b'],
      promoted: ['11 promoted'],
    },
    {
      when: 'the last came at the moment of the approval',
      before: ['11 approved Approved'],
      events: ['10 in-branch a', '11 in-branch b'],
      promoted: ['11 promoted'],
    },
    {
      when: 'only the last came after the approval',
      before: ['10 approved Approved'],
      events: ['9 in-branch a', '11 in-branch b'],
      promoted: ['11 promoted'],
    },
    {
      when: 'all were there before the approval',
      before: ['12 approved Approved'],
      events: ['10 in-branch a', '11 in-branch b'],
      promoted: [],
    },
    {
      when: 'nobody approved',
      before: ['9 deployed a qa'],
      events: ['10 in-branch a', '11 in-branch b'],
      promoted: [],
    },
    {
      when: 'the approval was taken back before',
      before: ['8 approved Approved', '9 rejected Client rejected'],
      events: ['10 in-branch a', '11 in-branch b'],
      promoted: [],
    },
    {
      when: 'the rejection was undone before',
      before: ['8 rejected QA failed', '9 approved Approved'],
      events: ['11 in-branch a b'],
      promoted: ['11 promoted'],
    },
    {
      when: 'one is missing',
      before: ['9 approved Approved'],
      events: ['10 in-branch a'],
      promoted: [],
    },
    {
      when: 'it is in the branch and waits for its deployment',
      place: { reachedBy: 'deployments' },
      before: ['9 approved Approved'],
      events: ['10 in-branch a b'],
      promoted: [],
    },
    {
      when: 'the deployment brought all',
      place: { reachedBy: 'deployments' },
      before: ['9 approved Approved'],
      events: ['8 in-branch a b', '12 deployed a b production'],
      promoted: ['12 promoted'],
    },
    {
      when: 'one was rolled back before the other came',
      place: { reachedBy: 'deployments' },
      before: ['7 approved Approved'],
      events: ['8 deployed a production', '9 rolled-back a production', '10 deployed b production'],
      promoted: [],
    },
    {
      when: 'it was rolled back and deployed again',
      place: { reachedBy: 'deployments' },
      before: ['7 approved Approved'],
      events: [
        '8 deployed a b production',
        '9 rolled-back a b production',
        '10 deployed a b production',
      ],
      promoted: ['8 promoted', '10 promoted'],
    },
    {
      when: 'nobody knows what was deployed',
      place: { reachedBy: 'unread' },
      before: ['9 approved Approved'],
      events: ['11 in-branch a b'],
      promoted: ['11 promoted'],
    },
  ])('are $promoted when $when', ({ place, before, events, promoted }) => {
    const places = [{ ...MAIN, changes: [A, B], ...place }];

    const found = promotedEvents({
      ...{ line: 'prod', places, events: told(...events), before: told(...before) },
    });

    expect(found.map(tell)).toEqual(promoted);
  });

  it('waits for every repository', () => {
    const web = linePlace({ ...MAIN, repository: 'github:acme/web', changes: [arrived('w', {})] });
    const places = [{ ...MAIN, changes: [A] }, web];

    const found = promotedEvents({
      ...{ line: 'prod', places, events: told('10 in-branch a'), before: told('9 approved Done') },
    });

    expect(found).toEqual([]);
  });

  it('is not undone by a change that was made later, and happens again when that arrives', () => {
    const places = [{ ...MAIN, changes: [A, arrived('b', { main: 14 }, { authoredAt: at(12) })] }];

    const found = promotedEvents({
      line: 'prod',
      places,
      events: told('10 in-branch a', '14 in-branch b'),
      before: told('9 approved Approved', '11 rejected Reopened', '13 approved Approved'),
    });

    expect(found.map(tell)).toEqual(['10 promoted', '14 promoted']);
  });
});
