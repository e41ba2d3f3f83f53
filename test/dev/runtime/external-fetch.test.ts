import { createManualWall } from './manual-wall';
import { ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

const REFUSED = {
  type: 'ExternalEndpointNotAllowedError',
  name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
  status: 403,
};

describe('createExternalFetch', () => {
  it.each([
    { url: 'https://api.github.com/repos', isAllowed: true },
    { url: 'https://API.github.com:443/repos', isAllowed: true },
    { url: 'https://a.b.example.org/', isAllowed: true },
    { url: 'https://example.org/', isAllowed: false },
    { url: 'http://api.github.com/repos', isAllowed: false },
    { url: 'https://api.github.com:8443/repos', isAllowed: false },
    { url: 'https://gitlab.com/', isAllowed: false },
    { url: 'https://api.github.com.evil.net/', isAllowed: false },
  ])('allows $url: $isAllowed', async ({ url, isAllowed }) => {
    const platform = await installProbe();

    const reply = await ask(platform, 'fetch', { url });

    expect(reply).toMatchObject(isAllowed ? { status: 200, body: 'hello' } : { failure: REFUSED });
    expect(platform.stats().hostCalls.github).toBe(isAllowed ? 1 : 0);
  });

  it.each([{ asRequest: true }, { asRequest: false }])(
    'passes method, headers and body on (Request object: $asRequest)',
    async ({ asRequest }) => {
      const handle = async (request: Request): Promise<Response> =>
        new Response([request.method, request.headers.get('x-a'), await request.text()].join(' '));
      const platform = await installProbe({ hosts: { handle, providerOf: () => undefined } });
      const init = { method: 'POST', headers: { 'x-a': 'b' }, body: 'text' };

      const reply = await ask(platform, 'fetch', {
        url: 'https://api.github.com/x',
        init,
        asRequest,
      });

      expect(reply).toEqual({ status: 200, url: 'https://api.github.com/x', body: 'POST b text' });
      expect(platform.stats().hostCalls).toEqual({ github: 0, gitlab: 0, 'api.github.com': 1 });
    },
  );

  it('follows redirects, without the credentials to another origin', async () => {
    const handle = async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url);
      if (pathname === '/old') return redirect('/new');
      if (pathname === '/new') return redirect('https://raw.example.org/there');
      return Promise.resolve(
        new Response(request.headers.get('authorization') ?? 'no credentials'),
      );
    };
    const platform = await installProbe({ hosts: { handle, providerOf: () => 'github' } });
    const init = { headers: { authorization: 'Bearer t' } };

    const reply = await ask(platform, 'fetch', { url: 'https://api.github.com/old', init });

    expect(reply).toEqual({
      status: 200,
      url: 'https://raw.example.org/there',
      body: 'no credentials',
    });
    expect(platform.stats().hostCalls.github).toBe(3);
  });

  it('checks every hop of a redirect', async () => {
    const handle = async (): Promise<Response> => redirect('https://gitlab.com/');
    const platform = await installProbe({ hosts: { handle, providerOf: () => 'github' } });

    const reply = await ask(platform, 'fetch', { url: 'https://api.github.com/old' });

    expect(reply).toMatchObject({ failure: REFUSED });
  });

  it('gives up after 20 redirects', async () => {
    const handle = async (): Promise<Response> => redirect('/again');
    const platform = await installProbe({ hosts: { handle, providerOf: () => 'github' } });

    const reply = await ask(platform, 'fetch', { url: 'https://api.github.com/old' });

    expect(reply).toMatchObject({ failure: { type: 'TypeError', message: 'fetch failed' } });
    expect(platform.stats().hostCalls.github).toBe(21);
  });

  it('refuses the 101st call of a minute', async () => {
    const platform = await installProbe({ wall: createManualWall() });
    const call = { url: 'https://api.github.com/' };

    expect(await ask(platform, 'fetch', { ...call, times: 100 })).toMatchObject({ status: 200 });
    expect(await ask(platform, 'fetch', { ...call, times: 101 })).toMatchObject({
      failure: { type: 'ProxyRequestError', status: 429, errorCode: 'RATE_LIMIT_EXCEEDED' },
    });
    expect(platform.stats().hostCalls.github).toBe(200);
  });

  it('counts the calls of each minute of a run', async () => {
    const wall = createManualWall();
    const handle = async (): Promise<Response> => {
      wall.advance(1);
      return Promise.resolve(new Response());
    };
    const platform = await installProbe({
      wall,
      hosts: { handle, providerOf: () => 'github' },
      limits: { resolverSeconds: 900 },
    });

    const reply = await ask(platform, 'fetch', { url: 'https://api.github.com/', times: 300 });

    expect(reply).toMatchObject({ status: 200 });
  });

  it('passes on that there is no network', async () => {
    const handle = async (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
    const platform = await installProbe({ hosts: { handle, providerOf: () => 'github' } });

    const reply = await ask(platform, 'fetch', { url: 'https://api.github.com/' });

    expect(reply).toMatchObject({ failure: { type: 'TypeError', message: 'fetch failed' } });
  });
});

async function redirect(location: string): Promise<Response> {
  return Promise.resolve(new Response(null, { status: 301, headers: { location } }));
}
