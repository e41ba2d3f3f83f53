import { scopeGate } from '../../../../src/domain/release/gates/scope';
import { judgedBundle, judgedIssue, releaseScope } from '../../../support/judged-bundle';
import { releaseFacts } from '../../../support/release-facts';

const inVersions = (...fixVersions: string[]) =>
  judgedBundle({ issues: [judgedIssue({ fixVersions })] });

describe('scopeGate', () => {
  it.each([
    { when: 'it is in the version', name: '2026.05', fixVersions: ['2026.05'], open: [] },
    {
      when: 'it is in one of several versions',
      name: 'API 1 + Web 2',
      fixVersions: ['Web 2', 'Later'],
      open: [],
    },
    { when: 'a version has a plus in its name', name: 'A + B', fixVersions: ['A + B'], open: [] },
    {
      when: 'it was taken out of the version',
      name: '2026.05',
      fixVersions: ['2026.06'],
      open: ['PAY-1 is not in 2026.05 any more.'],
    },
    {
      when: 'its version is only part of the name',
      name: '2026.05',
      fixVersions: ['2026'],
      open: ['PAY-1 is not in 2026.05 any more.'],
    },
    {
      when: 'it has no version',
      name: '2026.05',
      fixVersions: [],
      open: ['PAY-1 is not in 2026.05 any more.'],
    },
  ])('asks for the version: $when', ({ name, fixVersions, open }) => {
    const facts = releaseFacts({
      scope: releaseScope({ name }),
      bundle: inVersions(...fixVersions),
    });

    expect(scopeGate(facts).open.map(({ text }) => text)).toEqual(open);
  });

  it('asks for no version where a query says what is in it', () => {
    const scope = releaseScope({ jql: 'project = PAY', versionIds: [] });

    expect(scopeGate(releaseFacts({ scope, bundle: inVersions() })).open).toEqual([]);
  });

  it('counts what could be read', () => {
    const unreadable = [{ key: 'PAY-2', why: 'Jira answered 500' }];

    const { open, progress, summary } = scopeGate(
      releaseFacts({ bundle: judgedBundle({ unreadable }) }),
    );

    expect(open).toMatchObject([{ code: 'issue-unreadable', issueKey: 'PAY-2' }]);
    expect(progress).toEqual({ done: 1, of: 2 });
    expect(summary).toBe('PAY-2 could not be read: Jira answered 500');
  });

  it('is open for a release of nothing', () => {
    const { open, progress } = scopeGate(releaseFacts({ bundle: judgedBundle({ issues: [] }) }));

    expect(open.map(({ text }) => text)).toEqual(['No issue is in 2026.05.']);
    expect(progress).toBeNull();
  });
});
