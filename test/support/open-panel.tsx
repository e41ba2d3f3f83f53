import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { Api } from '../../src/api/contract';
import { Panel } from '../../static/issue-panel/src/panel';
import { createQueryClient } from '../../static/shared/query-client';

declare global {
  var __bridgeHandlers: Record<string, (payload: unknown) => unknown>;
}

type Call = { functionKey: string; payload: unknown };
type Answers = {
  [Name in keyof Api]?: (input: never) => ReturnType<Api[Name]> | Promise<never>;
};

/** Opens the panel on PAY-12, with these answers from the resolver; says what it was asked. */
export function openPanel(answers: Answers): { calls: Call[]; navigated: unknown[] } {
  const calls: Call[] = [];
  const navigated: unknown[] = [];
  globalThis.__bridgeHandlers = {
    getContext: () => ({
      siteUrl: 'https://acme.atlassian.net',
      extension: { issue: { key: 'PAY-12' } },
    }),
    navigate: (location) => void navigated.push(location),
    invoke: (call) => answer(call as Call),
  };
  const answer = (call: Call): unknown => {
    calls.push(call);
    const reply = answers[call.functionKey as keyof Api];
    if (!reply) throw new Error(`${call.functionKey} was not expected`);
    return reply(call.payload as never);
  };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Panel />
    </QueryClientProvider>,
  );
  return { calls, navigated };
}
