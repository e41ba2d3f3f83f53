import { scriptedFetch } from '../../support/scripted-fetch';

it('prints nothing, whatever GitHub answers', async () => {
  // Octokit takes hold of the console when it is loaded: so it is loaded after this.
  const prints = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(() => undefined),
  );
  const { github } = await import('./token-connection');
  const host = scriptedFetch(
    { headers: { deprecation: 'true' }, body: { login: 'ana' } },
    { status: 500, body: { message: 'no' } },
  );

  await github(host.fetch).getAccount();
  await github(host.fetch)
    .getAccount()
    .catch(() => undefined);

  expect(host.calls).toHaveLength(4);
  for (const print of prints) expect(print).not.toHaveBeenCalled();
});
