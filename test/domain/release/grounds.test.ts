import { groundsOf, hasNewSignOffs, whyOutdated } from '../../../src/domain/release/grounds';
import { REPOSITORY, repositoryStatus } from '../../support/builders';
import { projectSettings } from '../../support/settings';

const SIGNED = { line: 'test', at: '2026-05-04T09:00:00Z', by: 'Ana', role: 'QA' };

const grounds = (more: Partial<Parameters<typeof groundsOf>[0]> = {}) =>
  groundsOf({
    projects: ['PAY'],
    settings: new Map([['PAY', projectSettings()]]),
    statuses: new Map([[REPOSITORY, repositoryStatus()]]),
    signOffs: [],
    ...more,
  });

describe('whyOutdated', () => {
  it.each([
    {
      when: 'it was only read again',
      now: {
        statuses: new Map([[REPOSITORY, repositoryStatus({ asOf: '2026-05-05T00:00:00Z' })]]),
      },
      why: null,
    },
    { when: 'somebody signed', now: { signOffs: [SIGNED] }, why: null },
    {
      when: 'issues hold something else of a repository, whose branches went on',
      now: {
        statuses: new Map([
          [
            REPOSITORY,
            repositoryStatus({
              revision: 'r9',
              branches: { ...repositoryStatus().branches, develop: { state: 'read', sha: 'f9' } },
            }),
          ],
        ]),
      },
      why: null,
    },
    {
      when: 'a branch is gone',
      now: {
        statuses: new Map([
          [
            REPOSITORY,
            repositoryStatus({
              branches: { ...repositoryStatus().branches, develop: { state: 'missing' } },
            }),
          ],
        ]),
      },
      why: `what can be read of ${REPOSITORY} changed`,
    },
    {
      when: 'something could not be read',
      now: {
        statuses: new Map([
          [
            REPOSITORY,
            repositoryStatus({ gaps: [{ repository: REPOSITORY, what: 'checks', why: '403' }] }),
          ],
        ]),
      },
      why: `what can be read of ${REPOSITORY} changed`,
    },
    {
      when: 'a repository was never read after all',
      now: { statuses: new Map([[REPOSITORY, repositoryStatus({ asOf: null })]]) },
      why: `what can be read of ${REPOSITORY} changed`,
    },
    { when: 'settings are gone', now: { settings: new Map() }, why: 'the settings of PAY changed' },
  ])('is $why when $when', ({ now, why }) => {
    expect(whyOutdated(grounds(), grounds(now))).toBe(why);
  });

  it('names a sign-off that was taken back', () => {
    expect(whyOutdated(grounds({ signOffs: [SIGNED] }), grounds())).toBe(
      'a sign-off was taken back',
    );
    expect(hasNewSignOffs(grounds(), grounds({ signOffs: [SIGNED] }))).toBe(true);
    expect(hasNewSignOffs(grounds({ signOffs: [SIGNED] }), grounds())).toBe(false);
  });
});
