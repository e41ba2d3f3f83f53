import { createReleaseActHandlers } from '../../src/api/release-act-handlers';
import type { Reply } from '../../src/api/contract';
import {
  createReleasePorts,
  createReleaseWorld,
  idOf,
  RELEASE,
  releaseIn,
  ROSA,
  type ReleaseWorld,
} from '../support/release-world';

type Handlers = ReturnType<typeof createReleaseActHandlers>;

const call = (world: ReleaseWorld, name: keyof Handlers, payload: unknown) =>
  createReleaseActHandlers(createReleasePorts(world))[name]({
    ...{ payload, context: { accountId: 'quinn' } },
  }) as Promise<Reply<unknown>>;

const WAIVER = {
  ...{ release: RELEASE, gate: 'issues', reason: 'agreed' },
  expiresAt: '2026-05-05T09:00:00Z',
};

describe('what the release page may ask for', () => {
  it('a word, with the note as it was written', async () => {
    const world = createReleaseWorld();
    const itemId = idOf(await releaseIn(world), 'test');

    const reply = await call(world, 'tickItem', {
      ...{ release: RELEASE, itemId, outcome: 'failed', note: ' the total is wrong ' },
    });

    expect(reply).toMatchObject({ ok: true, value: { itemId, note: 'the total is wrong' } });
  });

  it('a sign-off, and its history', async () => {
    const world = createReleaseWorld();
    const { evidenceHash } = (await releaseIn(world)).facts;
    await call(world, 'signOff', {
      ...{ release: RELEASE, role: 'QA', decision: 'approved', evidenceHash },
    });

    const reply = await call(world, 'getReleaseHistory', RELEASE);

    expect(reply).toMatchObject({
      ok: true,
      value: { signOffs: [{ role: 'QA', by: 'Quinn Abara', status: 'in-force' }] },
    });
  });

  it.each<{ name: keyof Handlers; payload: object; field: string }>([
    { name: 'giveWaiver', payload: { ...WAIVER, expiresAt: 'tomorrow' }, field: 'expiresAt' },
    { name: 'giveWaiver', payload: { ...WAIVER, reason: ' ' }, field: 'reason' },
    { name: 'giveWaiver', payload: { ...WAIVER, gate: 'mine' }, field: 'gate' },
    { name: 'giveWaiver', payload: { ...WAIVER, items: ['x'] }, field: 'items' },
    {
      name: 'tickItem',
      payload: { release: RELEASE, itemId: 'x', outcome: 'perhaps' },
      field: 'outcome',
    },
    {
      name: 'tickItem',
      payload: { release: RELEASE, itemId: 'x', outcome: 'done', note: 'x'.repeat(501) },
      field: 'note',
    },
    { name: 'moveLifecycle', payload: { release: RELEASE, to: 'space' }, field: 'to' },
    { name: 'revokeSignOff', payload: { release: RELEASE }, field: 'id' },
    { name: 'getReleaseHistory', payload: { projectKey: 'PAY' }, field: 'version' },
  ])('$name says that $field is wrong', async ({ name, payload, field }) => {
    const reply = await call(createReleaseWorld({ who: ROSA }), name, payload);

    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(reply)).toContain(field);
  });
});
