import { join } from 'node:path';

import { makeRepository } from '../../dev/bench/make-repository';
import { openSite } from '../../dev/local-site/open-site';
import { readSite } from '../../dev/site-file/read-site';
import { countHostCalls, issue, refresh, valueOf, writeTestSite } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

/** A repository of 260 commits whose `develop` is 200 ahead of `main`. */
function twoLines(issues: number): string {
  const git = join(createTempFolder({}), 'repository.git');
  makeRepository(git, { commits: 260, issues, ahead: { test: 0, prod: 200 } });
  return writeTestSite({
    repositories: [{ path: 'acme/api', git }],
    issues: Array.from({ length: issues }, (_, index) => issue(`PAY-${index + 1}`)),
    settings: {
      version: 1,
      projects: {
        PAY: {
          route: ['dev', 'prod'],
          lines: { dev: { branch: 'develop' }, prod: { branch: 'main' } },
          repositories: [{ id: 'github:acme/api' }],
        },
      },
    },
  });
}

describe('knowing where the changes of a repository are', () => {
  it.each([2, 50])(
    'costs 11 calls to GitHub, and none when nothing changed, for %i issues',
    async (issues) => {
      const site = await openSite(readSite(twoLines(issues)), { store: null });

      const cold = await countHostCalls(site, () => site.platform.drain());
      const { lines, evidence } = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });
      const warm = await countHostCalls(site, () => refresh(site));
      await site.close();

      expect(evidence).toMatchObject({ complete: true, gaps: [] });
      expect(lines.map(({ name, state }) => [name, state])).toEqual([
        ['dev', 'all'],
        ['prod', 'part'],
      ]);
      expect({ cold, warm }).toEqual({ cold: 11, warm: 3 });
    },
  );
});
