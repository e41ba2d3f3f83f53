import { z } from 'zod';

import { endpoint, type Endpoint } from '../../src/api/endpoint';
import { ProviderError, type Failure } from '../../src/ports/provider-error';
import { refuse } from '../../src/usecases/refusal';

const Greeting = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['app', 'db']).optional(),
});
const ana = { accountId: 'ana' };

const greet = endpoint(Greeting, ({ name }, caller) =>
  Promise.resolve({ text: `Hello ${name}, says ${caller.accountId}` }),
);

function failing(failure: Failure): Endpoint<string> {
  return endpoint(z.unknown(), (): Promise<string> =>
    Promise.reject(new ProviderError(failure, 'GitHub did not answer')),
  );
}

describe('endpoint', () => {
  it('answers with what the function gives, for the account that Forge names', async () => {
    const reply = await greet({ payload: { name: 'Bo' }, context: ana });

    expect(reply).toEqual({ ok: true, value: { text: 'Hello Bo, says ana' } });
  });

  it('does not believe an account in the payload', async () => {
    const reply = await greet({ payload: { name: 'Bo', accountId: 'root' }, context: ana });

    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it.each([undefined, '', 7])('turns away a caller without an account (%p)', async (accountId) => {
    const reply = await greet({ payload: { name: 'Bo' }, context: { accountId } });

    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it.each([
    [{}, 'name', 'is missing'],
    [{ name: 3 }, 'name', 'must be text, not a number'],
    [{ name: '' }, 'name', 'must not be empty'],
    [{ name: 'Bo', kind: 'ap' }, 'kind', 'must be app or db, not ap'],
    [{ name: 'Bo', nick: 1 }, '(whole)', 'has unknown fields: nick'],
    [null, '(whole)', 'must be a group of fields, not empty'],
  ])('says what is wrong with %j', async (payload, field, message) => {
    const reply = await greet({ payload, context: ana });

    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        message: `The input cannot be used: ${field} ${message}.`,
        problems: [{ field, line: null, message }],
      },
    });
  });

  it('names every wrong place at once', async () => {
    const reply = await greet({ payload: { name: 3, kind: 'x' }, context: ana });

    expect(reply).toMatchObject({ error: { problems: [{ field: 'name' }, { field: 'kind' }] } });
  });

  it('passes a refusal on', async () => {
    const locked = endpoint(z.unknown(), () =>
      Promise.resolve(refuse('conflict', 'Somebody else saved first.')),
    );

    expect(await locked({ payload: {}, context: ana })).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'Somebody else saved first.' },
    });
  });

  it.each<[Failure, string, string]>([
    [{ kind: 'unauthorized' }, 'forbidden', 'Log in again'],
    [{ kind: 'forbidden', sso: false }, 'forbidden', 'Ask an administrator'],
    [{ kind: 'forbidden', sso: true }, 'forbidden', 'single sign-on'],
    [{ kind: 'not-found' }, 'not-found', 'Check the name'],
    [{ kind: 'rate-limited', retryAfterSeconds: 20 }, 'rate-limited', 'in 1 minute.'],
    [{ kind: 'rate-limited', retryAfterSeconds: 61 }, 'rate-limited', 'in 2 minutes.'],
    [{ kind: 'unavailable', status: 502 }, 'unavailable', 'in a few minutes'],
    [{ kind: 'egress-blocked' }, 'unavailable', 'must allow this address'],
    [{ kind: 'unexpected-answer' }, 'unavailable', 'check the address'],
  ])('turns %j into %s with advice', async (failure, code, advice) => {
    const reply = await failing(failure)({ payload: {}, context: ana });

    expect(reply).toEqual({
      ok: false,
      error: { code, message: expect.stringContaining(advice) as string },
    });
    expect(JSON.stringify(reply)).toContain('GitHub did not answer. ');
  });

  it('rethrows what nobody expects', async () => {
    const broken = endpoint(z.unknown(), () => Promise.reject(new TypeError('bug')));

    await expect(broken({ payload: {}, context: ana })).rejects.toThrow('bug');
  });
});
