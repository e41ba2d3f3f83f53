import { screen, waitFor } from '@testing-library/react';
import { MAY, openReleasePage } from '../../support/open-release';

describe('an address that names a release', () => {
  it('is asked for at once, and shown when the versions are there, too', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const versions = new Promise((resolve) => {
      answer = resolve;
    });
    const { calls } = await openReleasePage(
      { answers: { listReleases: () => versions } },
      '?version=2026.05',
    );
    const opened = () => calls.filter(({ functionKey }) => functionKey === 'openRelease').length;
    await waitFor(() => {
      expect(opened()).toBe(1);
    });

    answer({ ok: true, value: [MAY] });

    expect(await screen.findByRole('region', { name: 'Decision' })).toBeVisible();
    expect(opened()).toBe(1);
  });
});
