import {
  chunkOf,
  compositionId,
  touchedIssues,
  watchedKeys,
  wordedIssues,
} from '../../../src/domain/release/composition';
import { judgedIssue } from '../../support/judged-bundle';

const QUESTION = {
  scope: { name: '2026.05', projectKeys: ['PAY'], versionIds: ['2', '1'], jql: null },
  keys: ['PAY-1'],
  promotion: { from: 'test', to: 'prod' },
  mode: 'plan' as const,
  window: null,
};
describe('compositionId', () => {
  it('is the same whatever the order of versions and whatever issues are in them', () => {
    const scope = { ...QUESTION.scope, versionIds: ['1', '2'] };

    expect(compositionId({ ...QUESTION, scope, keys: [] })).toBe(compositionId(QUESTION));
  });

  it.each([
    { what: 'another promotion', more: { promotion: { from: 'dev', to: 'test' } } },
    { what: 'an audit', more: { mode: 'audit' as const } },
    { what: 'a query', more: { scope: { ...QUESTION.scope, versionIds: [], jql: 'a = 1' } } },
  ])('differs for $what', ({ more }) => {
    expect(compositionId({ ...QUESTION, ...more })).not.toBe(compositionId(QUESTION));
  });

  it('of one query differs for people who see different issues', () => {
    const scope = { ...QUESTION.scope, versionIds: [], jql: 'a = 1' };

    expect(compositionId({ ...QUESTION, scope, keys: ['PAY-2'] })).not.toBe(
      compositionId({ ...QUESTION, scope }),
    );
  });
});

describe('chunkOf', () => {
  it.each([
    { nth: 0, size: 250, first: 'PAY-0' },
    { nth: 2, size: 20, first: 'PAY-500' },
    { nth: 3, size: 0, first: undefined },
  ])('gives $size keys as the chunk $nth', ({ nth, size, first }) => {
    const keys = Array.from({ length: 520 }, (_, index) => `PAY-${index}`);

    expect(chunkOf(keys, nth)).toHaveLength(size);
    expect(chunkOf(keys, nth)[0]).toBe(first);
  });
});

describe('touchedIssues', () => {
  const needs = (key: string) => ({
    ...{ key, neededBy: 'PAY-2', summary: null, issueStatus: null, why: '', sources: [] },
    ...{ status: 'missing' as const, hasChanges: true, url: null },
  });

  it.each([
    { changed: [], touched: [] },
    { changed: ['PAY-1'], touched: ['PAY-1', 'PAY-2'] },
    { changed: ['OLD-3'], touched: ['PAY-3'] },
    { changed: ['WEB-7'], touched: ['PAY-2'] },
    { changed: ['PAY-9'], touched: [] },
  ])('names $touched when $changed changed', ({ changed, touched }) => {
    const issues = [
      judgedIssue({ key: 'PAY-1' }),
      judgedIssue({ key: 'PAY-2', dependencies: [needs('PAY-1'), needs('WEB-7')] }),
      judgedIssue({ key: 'PAY-3', formerKeys: ['OLD-3'] }),
    ];

    expect(touchedIssues(issues, new Set(changed))).toEqual(touched);
  });
});

describe('wordedIssues', () => {
  it('names issues of which something was said since', () => {
    const words = { 'PAY-1': 0, 'PAY-2': 3, 'PAY-3': 1 };
    const now = new Map([
      ['PAY-1', 1],
      ['PAY-2', 3],
      ['PAY-3', 2],
    ]);

    expect(wordedIssues({ words }, now)).toEqual(['PAY-1', 'PAY-3']);
  });
});

describe('watchedKeys', () => {
  it('are the keys of all documents that its judgements would have found', () => {
    const chunk = {
      issues: [judgedIssue({ key: 'PAY-1', formerKeys: ['OLD-1'] })],
      needed: ['WEB-7'],
      renamed: { 'OLD-7': 'WEB-7' },
    };

    expect([...watchedKeys(chunk)]).toEqual(['PAY-1', 'OLD-1', 'WEB-7', 'OLD-7']);
  });
});
