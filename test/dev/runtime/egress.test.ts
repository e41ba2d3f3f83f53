import { BARE, ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

const GHE = {
  key: 'ghe',
  description: 'GitHub Enterprise',
  configured: [{ domain: 'https://github.acme.io', type: ['FETCH_BACKEND_SIDE'] }],
};
const URL = { url: 'https://github.acme.io/api/v3' };

describe('createEgress', () => {
  it('opens the addresses that an administrator allows, and closes them again', async () => {
    const platform = await installProbe();

    expect(await ask(platform, 'fetch', URL)).toMatchObject({ failure: { status: 403 } });
    await platform.egress.set({ egresses: [GHE] }, 'ana');
    expect(await ask(platform, 'fetch', URL)).toMatchObject({ status: 200 });
    expect(platform.egress.get({ keys: ['ghe'] })).toEqual({ results: [GHE] });
    await platform.egress.deleteDomain(
      { key: 'ghe', domain: 'https://github.acme.io', type: 'FETCH_BACKEND_SIDE' },
      'ana',
    );
    expect(await ask(platform, 'fetch', URL)).toMatchObject({ failure: { status: 403 } });
    await platform.egress.deleteGroup({ key: 'ghe' }, 'ana');
    expect(platform.egress.get()).toEqual({ results: [] });
  });

  it('opens nothing for the frontend side', async () => {
    const platform = await installProbe();
    const configured = [{ domain: 'https://github.acme.io', type: ['FETCH_CLIENT_SIDE'] }];

    await platform.egress.set({ egresses: [{ ...GHE, configured }] }, 'ana');

    expect(await ask(platform, 'fetch', URL)).toMatchObject({ failure: { status: 403 } });
  });

  it.each([
    {
      when: 'somebody else asks',
      accountId: 'bo',
      groups: [GHE],
      message: 'Only an administrator',
    },
    {
      when: 'it is not https',
      accountId: 'ana',
      groups: [{ ...GHE, configured: [{ domain: 'http://a.io', type: ['FETCH_BACKEND_SIDE'] }] }],
      message: 'http://a.io is not an https address.',
    },
    {
      when: 'there are eleven groups',
      accountId: 'ana',
      groups: Array.from({ length: 11 }, (_, at) => ({ ...GHE, key: `g${at}` })),
      message: 'at most 10 groups',
    },
  ])('refuses when $when', async ({ accountId, groups, message }) => {
    const platform = await installProbe();

    await expect(platform.egress.set({ egresses: groups }, accountId)).rejects.toThrow(message);
    expect(platform.egress.get()).toEqual({ results: [] });
  });

  it('refuses when the manifest does not allow it', async () => {
    const platform = await installProbe({ manifestPath: BARE });

    await expect(platform.egress.set({ egresses: [GHE] }, 'ana')).rejects.toThrow(
      'Customer-managed egress is not enabled',
    );
  });
});
