import type { IssueTracker, JiraVersion } from '../../../src/ports/issue-tracker';
import { listReleases } from '../../../src/usecases/release/list-releases';

const version = (name: string, releaseDate: string | null, more: Partial<JiraVersion> = {}) => ({
  ...{ id: name, name, isReleased: false, isArchived: false, releaseDate },
  ...more,
});
const OUT = { isReleased: true };

it('lists what comes next first, then what is out, the newest first, and nothing archived', async () => {
  const versions = [
    version('April', '2026-04-16', OUT),
    version('some day', null),
    version('June', '2026-06-15'),
    version('old', '2020-01-01', { isArchived: true }),
    version('May', '2026-05-18'),
    version('March', '2026-03-16', OUT),
  ];
  const asUser = { listVersions: () => Promise.resolve(versions) } as unknown as IssueTracker;

  const listed = await listReleases({ asUser }, { projectKey: 'PAY' });

  expect(listed.map(({ name }) => name)).toEqual(['May', 'June', 'some day', 'April', 'March']);
});
