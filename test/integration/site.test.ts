import { createStoryRepository } from '../support/story-repository';
import { openTestSite, valueOf } from '../support/local-site';

describe('a local site', () => {
  const story = createStoryRepository();

  it('is set up even when it names no administrator', async () => {
    const site = await openTestSite({
      repositories: [story.site],
      users: [{ accountId: 'bo', displayName: 'Bo Chen' }],
    });
    await site.platform.drain();

    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' }, 'bo');
    await site.close();

    expect(view).toMatchObject({ setup: null, mayConfigure: false });
    expect(view.changes).toHaveLength(1);
  });

  it('that nobody set up yet says so', async () => {
    const site = await openTestSite({
      repositories: [story.site],
      settings: null,
    });
    await site.platform.drain();

    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });
    await site.close();

    expect(view).toMatchObject({ setup: 'no-settings', mayConfigure: true, changes: [] });
  });
});
