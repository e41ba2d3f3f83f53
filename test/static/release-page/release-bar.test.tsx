import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openReleasePage } from '../../support/open-release';

// What is loaded when a tab is first opened takes its time here.
configure({ asyncUtilTimeout: 10_000 });

describe('the bar of the release page', () => {
  it('loads the open tab again, too', async () => {
    const user = userEvent.setup();
    const none = { waivers: [], signOffs: [], moves: [] };
    const moved = {
      ...{ from: 'planning', to: 'development', note: null },
      ...{ by: 'Rosa Manager', accountId: 'rosa', at: '2026-05-04T11:00:00Z' },
    };
    const answers = [none, { ...none, moves: [moved] }];
    await openReleasePage(
      { answers: { getReleaseHistory: () => ({ ok: true, value: answers.shift() }) } },
      '?tab=history',
    );
    await screen.findByText('Nobody did anything with this release yet.');

    await user.click(screen.getByRole('button', { name: 'Reload' }));

    expect(await screen.findByText(/moved the release from planning/)).toBeVisible();
  });
});
