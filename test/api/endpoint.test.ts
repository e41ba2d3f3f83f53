import { z } from 'zod';

import { endpoint, type Endpoint } from '../../src/api/endpoint';
import { ProviderError, type Failure } from '../../src/ports/provider-error';
import { refuse } from '../../src/usecases/refusal';

const Greeting = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['app', 'db']).optional(),
});
const ana = { accountId: 'ana' };
const MESSAGE = 'GitHub does not answer. Try again in a minute.';

const greet = endpoint(Greeting, ({ name }, caller) =>
  Promise.resolve({ text: `Hello ${name}, says ${caller.accountId}` }),
);

function failing(failure: Failure): Endpoint<string> {
  return endpoint(z.unknown(), (): Promise<string> =>
    Promise.reject(new ProviderError(failure, MESSAGE)),
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

  it.each<[Failure, string]>([
    [{ kind: 'unauthorized' }, 'forbidden'],
    [{ kind: 'forbidden', sso: false }, 'forbidden'],
    [{ kind: 'forbidden', sso: true }, 'forbidden'],
    [{ kind: 'not-found' }, 'not-found'],
    [{ kind: 'rate-limited', retryAfterSeconds: 20 }, 'rate-limited'],
    [{ kind: 'unavailable', status: 502 }, 'unavailable'],
    [{ kind: 'egress-blocked' }, 'unavailable'],
    [{ kind: 'unexpected-answer' }, 'unavailable'],
  ])('turns %j into %s with its own advice and no other', async (failure, code) => {
    const reply = await failing(failure)({ payload: {}, context: ana });

    expect(reply).toEqual({ ok: false, error: { code, message: MESSAGE } });
  });

  it('rethrows what nobody expects', async () => {
    const broken = endpoint(z.unknown(), () => Promise.reject(new TypeError('bug')));

    await expect(broken({ payload: {}, context: ana })).rejects.toThrow('bug');
  });
});
