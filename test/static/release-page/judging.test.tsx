import { configure, screen, waitFor } from '@testing-library/react';
import { openReleasePage, releaseReply } from '../../support/open-release';
import { seenRelease } from '../../support/seen-release';

configure({ asyncUtilTimeout: 15_000 });

describe('a release that is being judged', () => {
  it('says how far the judging of a large release has come', async () => {
    const seen = seenRelease();
    const progress = { done: 500, total: 2_000 };
    await openReleasePage({ seen: { ...seen, state: { ...seen.state, progress } } });

    expect(await screen.findByText(/^Judged 500 of 2000 issues so far/)).toBeVisible();
  });

  it('shows in its tabs what was judged meanwhile', async () => {
    const seen = seenRelease();
    const { state } = seen;
    const [before, after] = [
      { ...seen, state: { ...state, progress: { done: 0, total: 2_000 } } },
      { ...seen, state: { ...state, facts: { ...state.facts, evidenceHash: 'another' } } },
    ];
    let opened = 0;
    const { calls } = await openReleasePage(
      {
        answers: {
          openRelease: () => {
            opened += 1;
            return releaseReply(opened === 1 ? before : after);
          },
        },
      },
      '?tab=reasons',
    );
    const asked = () => calls.filter(({ functionKey }) => functionKey === 'getReleasePart').length;
    await waitFor(() => {
      expect(asked()).toBe(1);
    });

    await waitFor(() => {
      expect(asked()).toBe(2);
    });
  });
});
