import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { presentHistory } from '../../src/api/present-acts';
import { presentRelease } from '../../src/api/present-release';
import { presentPart } from '../../src/api/present-release-parts';
import type { Api, ReleasePartName, VersionView } from '../../src/api/contract';
import type { SeenRelease } from '../../src/usecases/release/see-release';
import { openHistory } from '../../static/release-page/src/api';
import { askFirst } from '../../static/release-page/src/ask-first';
import { ReleasePage } from '../../static/release-page/src/release-page';
import { createQueryClient } from '../../static/shared/query-client';
import { createFakeHistory } from './fake-history';
import { seenRelease } from './seen-release';

declare global {
  var __bridgeHandlers: Record<string, (payload: unknown) => unknown>;
}

export type Call = { functionKey: keyof Api; payload: unknown };
type Answer = (payload: never) => unknown;
export type Answers = Partial<Record<keyof Api, Answer>>;

const NOW = '2026-05-04T12:00:00Z';
export const MAY: VersionView = {
  ...{ id: '10001', name: '2026.05', projectKey: 'PAY', releaseDate: '2026-05-18' },
  ...{ isReleased: false, isArchived: false },
};

const ok = (value: unknown): unknown => ({ ok: true, value });

/** The first screen of a release as the handlers present it. */
export const releaseReply = (seen: SeenRelease, mayWaive = true): unknown => {
  const roles = [{ role: 'QA', refusal: null, note: null }];
  const you = {
    name: 'Rosa Manager',
    mayWaive,
    whoDecides: 'who administers PAY, or Jira,',
    roles,
  };
  return ok(presentRelease(seen, you, NOW));
};

const usual = (seen: SeenRelease): Answers => ({
  listReleases: () => ok([MAY]),
  openRelease: () => releaseReply(seen),
  getReleasePart: ({ part, start = 0 }: { part: ReleasePartName; start?: number }) =>
    ok(presentPart(seen, part, start)),
  getReleaseHistory: () => ok(presentHistory(seen.state)),
});

/** Opens the release page of PAY at this address, over the presenters of the real handlers; everything crosses as JSON. */
export async function openReleasePage(
  { seen = seenRelease(), answers = {} }: { seen?: SeenRelease; answers?: Answers } = {},
  search = '',
): Promise<{ calls: Call[]; address: () => string }> {
  const calls: Call[] = [];
  const history = createFakeHistory(search);
  const known: Answers = { ...usual(seen), ...answers };
  globalThis.__bridgeHandlers = {
    getContext: () => ({ siteUrl: 'https://acme.test', extension: { project: { key: 'PAY' } } }),
    createHistory: () => history,
    invoke: (call) => answer(call as Call),
  };
  const answer = async (call: Call): Promise<unknown> => {
    calls.push(call);
    const reply = known[call.functionKey];
    if (!reply) throw new Error(`${call.functionKey} was not expected`);
    return JSON.parse(JSON.stringify(await reply(call.payload as never))) as unknown;
  };
  const client = createQueryClient();
  const opening = openHistory();
  void askFirst(client, opening);
  const opened = await opening;
  render(
    <QueryClientProvider client={client}>
      <ReleasePage history={opened} />
    </QueryClientProvider>,
  );
  return { calls, address: () => history.location.search };
}
