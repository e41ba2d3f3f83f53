import { statusMeaning, type StatusMeaning } from '../../../src/domain/lines/status-meaning';

describe('statusMeaning', () => {
  it.each<[string, StatusMeaning | null]>([
    ['QA failed', 'rejected'],
    ['Failure in test', 'rejected'],
    ['FAILED', 'rejected'],
    ['Client rejected', 'rejected'],
    ['Rejection', 'rejected'],
    ['Reopened', 'rejected'],
    ['Re-opened', 'rejected'],
    ['Accepted, then rejected', 'rejected'],
    ['Done', 'approved'],
    ['QA done', 'approved'],
    ['done-done', 'approved'],
    ['Approved', 'approved'],
    ['Approved by client', 'approved'],
    ['ACCEPTED', 'approved'],
    ['Accepted, awaiting deployment', 'approved'],
    ['Not approved', null],
    ['Not yet accepted', null],
    ['To be approved', null],
    ["Won't be done", null],
    ['Undone', null],
    ['Doneé', null],
    ['Abandoned', null],
    ['In approval', null],
    ['Open', null],
    ['In QA', null],
    ['Closed', null],
    ['', null],
  ])('of %j is %s', (status, meaning) => {
    expect(statusMeaning(status)).toBe(meaning);
  });
});
