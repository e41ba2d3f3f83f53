import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createSettingsHandlers } from '../../src/api/settings-handlers';
import { createQueryClient } from '../../static/shared/query-client';
import { Settings } from '../../static/settings/src/settings';
import { createInMemoryPorts, type World } from './in-memory-ports';

declare global {
  var __bridgeHandlers: Record<string, (payload: unknown) => unknown>;
}

type Handlers = ReturnType<typeof createSettingsHandlers>;
type Call = { functionKey: keyof Handlers; payload?: unknown };
type Consent = 'granted' | 'denied' | 'not-asked';

/** What was asked of the resolver and of Atlassian, in order. */
export type Asked = { calls: Call[]; consents: unknown[]; withdrawn: unknown[] };

type Options = {
  /** What the administrator answers to Atlassian's question. */
  consent?: Consent;
  /** Keys of the addresses that were allowed before. */
  allowed?: string[];
  /** What Atlassian answers to a withdrawal, when it refuses. */
  withdrawalRefused?: string;
  /** Answers in place of the resolver's own. */
  answers?: Partial<Record<keyof Handlers, () => unknown>>;
};

/** Opens the settings page over the real handlers in a world in memory; everything crosses as JSON. */
export function openSettings(
  world: World,
  { consent = 'not-asked', allowed = [], withdrawalRefused, answers = {} }: Options = {},
): Asked {
  const asked: Asked = { calls: [], consents: [], withdrawn: [] };
  const handlers = createSettingsHandlers(createInMemoryPorts(world));
  const answer = async (call: Call): Promise<unknown> => {
    asked.calls.push(call);
    const { functionKey, payload = {} } = call;
    const context = { accountId: 'ana' };
    const reply = answers[functionKey]?.() ?? (await handlers[functionKey]({ payload, context }));
    return JSON.parse(JSON.stringify(reply)) as unknown;
  };
  globalThis.__bridgeHandlers = {
    invoke: (call) => answer(JSON.parse(JSON.stringify(call)) as Call),
    __permission__egressGet: (query) => ({
      results: allowed
        .filter((key) => (query as { keys: string[] }).keys.includes(key))
        .map((key) => ({ key, description: '', configured: [] })),
    }),
    __permission__egressDeleteGroup: (group) => {
      asked.withdrawn.push(group);
      if (withdrawalRefused !== undefined) throw new Error(withdrawalRefused);
    },
    __permission__egressSet: (group) => {
      asked.consents.push(group);
      if (consent !== 'granted') throw new Error('The administrator did not agree');
      return { results: [] };
    },
  };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Settings />
    </QueryClientProvider>,
  );
  return asked;
}
