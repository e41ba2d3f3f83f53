import { createPlatform } from '../../../dev/runtime/platform';
import { openStore } from '../../../dev/runtime/store';

import { createManualWall } from './manual-wall';
import { BARE, ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

describe('createPlatform', () => {
  it('is alone in its process', async () => {
    await installProbe();
    const options = {
      manifestPath: BARE,
      store: openStore(null),
      jira: async () => Promise.resolve(new Response()),
      hosts: { handle: async () => Promise.resolve(new Response()), providerOf: () => undefined },
    };

    expect(() => createPlatform(options)).toThrow('dispose of it first');
  });

  it('leaves the globals as they were', async () => {
    const before = [globalThis.fetch, globalThis.Date];
    await installProbe({ clock: { mode: 'frozen', at: '2026-05-04T09:00:00Z' } });

    await disposeProbe();

    expect([globalThis.fetch, globalThis.Date]).toEqual(before);
    expect('__forge_fetch__' in globalThis).toBe(false);
  });
});

describe('invokeResolver', () => {
  it('runs a resolver with what Forge knows of the caller', async () => {
    const platform = await installProbe();

    const context = await platform.invokeResolver({
      moduleKey: 'panel',
      functionKey: 'caller',
      accountId: 'ana',
      context: { accountId: 'forged', extension: { issue: { key: 'PAY-1' } } },
    });

    expect(context).toMatchObject({
      accountId: 'ana',
      moduleKey: 'panel',
      cloudId: '00000000-0000-4000-8000-000000000000',
      extension: { issue: { key: 'PAY-1' } },
    });
  });

  it('gives the handler the app context, and its reply makes the trip as JSON', async () => {
    const platform = await installProbe({
      wall: createManualWall(),
      clock: { mode: 'frozen', at: '2026-05-04T09:00:00Z' },
    });

    expect(await ask(platform, 'context')).toEqual({
      moduleKey: 'panel',
      scopes: ['read:jira-work', 'storage:app'],
      remaining: 25_000,
      now: '2026-05-04T09:00:00.000Z',
    });
  });

  it.each([
    { what: 'a handler that throws', functionKey: 'fails', message: 'It went wrong on PAY-1.' },
    {
      what: 'an unknown function',
      functionKey: 'nope',
      message: "Resolver has no definition for 'nope'.",
    },
  ])('rejects with the message of $what', async ({ functionKey, message }) => {
    const platform = await installProbe();

    await expect(ask(platform, functionKey)).rejects.toThrow(message);
    expect(platform.stats()).toMatchObject({ invocations: 1, failed: 1 });
  });

  it('names the modules there are when one is unknown', async () => {
    const platform = await installProbe();

    await expect(
      platform.invokeResolver({ moduleKey: 'pane', functionKey: 'caller', accountId: 'bo' }),
    ).rejects.toThrow('manifest.yml has no module with a resolver pane; it has: panel.');
  });

  it('refuses a request over 500 KB', async () => {
    const platform = await installProbe();

    await expect(ask(platform, 'caller', 'x'.repeat(500 * 1024))).rejects.toThrow(
      'Request to caller is over the limit of 500 KB.',
    );
    expect(platform.stats().invocations).toBe(0);
  });

  it('refuses a reply over 5 MB, and takes one of 5 MB', async () => {
    const platform = await installProbe();
    const bytes = 5 * 1024 * 1024 - 2;

    expect(await ask(platform, 'big', { bytes })).toHaveLength(bytes);
    await expect(ask(platform, 'big', { bytes: bytes + 1 })).rejects.toThrow(
      'Reply of big is over the limit of 5 MB.',
    );
  });

  it('stops a resolver after 25 seconds, and nothing that it does later counts', async () => {
    const wall = createManualWall();
    const handle = async (): Promise<Response> => {
      wall.advance(26);
      return Promise.resolve(new Response('slow'));
    };
    const platform = await installProbe({ wall, hosts: { handle, providerOf: () => 'github' } });

    await expect(ask(platform, 'writesTwice')).rejects.toThrow(
      'writesTwice timed out after 25 seconds.',
    );

    expect(await ask(platform, 'kvs', { method: 'get', parts: ['first'] })).toBe(1);
    expect(await ask(platform, 'kvs', { method: 'get', parts: ['second'] })).toBeUndefined();
    expect(platform.stats().timedOut).toBe(1);
  });

  it('refuses a call that a handler left over after its reply', async () => {
    const platform = await installProbe();

    expect(await ask(platform, 'leavesWork')).toBe('replied');
    await new Promise((done) => setTimeout(done, 20));

    expect(Reflect.get(globalThis, 'lateFailure')).toMatchObject({
      message: expect.stringContaining('made a call after its reply') as string,
    });
    expect(await ask(platform, 'kvs', { method: 'get', parts: ['late'] })).toBeUndefined();
  });
});

describe('background modules', () => {
  it('runs a scheduled trigger without a user', async () => {
    const platform = await installProbe();

    await platform.runScheduled('hourly');

    expect(await ask(platform, 'kvs', { method: 'get', parts: ['hourly'] })).toMatchObject({
      event: { context: { moduleKey: 'hourly' } },
      principal: { installContext: 'ari:cloud:jira::site/00000000-0000-4000-8000-000000000000' },
    });
  });

  it('runs the triggers of a product event, but not for what the app itself did', async () => {
    const platform = await installProbe();

    const runs = await platform.runTrigger('avi:jira:updated:issue', { id: '1' });
    const own = await platform.runTrigger('avi:jira:updated:issue', {
      id: '2',
      selfGenerated: true,
    });
    const other = await platform.runTrigger('avi:jira:created:issue', { id: '3' });

    expect([runs, own, other]).toEqual([[{ moduleKey: 'on-issue', status: 'ok' }], [], []]);
    expect(await ask(platform, 'kvs', { method: 'get', parts: ['trigger:1'] })).toEqual({
      id: '1',
      eventType: 'avi:jira:updated:issue',
    });
  });
});

describe('callWebTrigger', () => {
  const hookUrl = 'https://site.example/x1/hook/extra?mode=ok&mode=twice';

  it('hands the request over and answers what the handler replies', async () => {
    const platform = await installProbe();
    const headers = { 'X-GitHub-Delivery': 'abc' };

    const response = await platform.callWebTrigger(
      'hook',
      new Request(hookUrl, { method: 'POST', headers, body: '{"a":1}' }),
    );

    expect(response.status).toBe(202);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({
      method: 'POST',
      userPath: '/extra',
      headers: { 'x-github-delivery': ['abc'] },
      queryParameters: { mode: ['ok', 'twice'] },
      body: '{"a":1}',
    });
  });

  it('answers a static reply by its key', async () => {
    const platform = await installProbe();

    const response = await platform.callWebTrigger('static-hook', new Request(hookUrl));

    expect([response.status, await response.text()]).toEqual([202, 'thanks']);
  });

  it.each([
    { mode: 'fail', seconds: 0, status: 500 },
    { mode: 'slow', seconds: 54, status: 202 },
    { mode: 'slow', seconds: 56, status: 504 },
  ])('answers $status when it goes $mode for $seconds s', async ({ mode, seconds, status }) => {
    const wall = createManualWall();
    const handle = async (): Promise<Response> => {
      wall.advance(seconds);
      return Promise.resolve(new Response());
    };
    const platform = await installProbe({ wall, hosts: { handle, providerOf: () => 'github' } });

    const response = await platform.callWebTrigger(
      'hook',
      new Request(`https://site.example/x1/hook?mode=${mode}`),
    );

    expect(response.status).toBe(status);
  });

  it('has the address that the app is told', async () => {
    const platform = await installProbe({ webTriggerBase: 'http://127.0.0.1:8080' });

    expect(await ask(platform, 'webTriggerUrl')).toBe('http://127.0.0.1:8080/x1/hook');
  });
});
