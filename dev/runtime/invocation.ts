import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

import type { KillSwitch, Operation } from './kill-switch';
import type { Meter } from './meter';
import type { WallClock } from './wall-clock';

/** What is called, for whom, and for how long it may run. */
export type Call = {
  moduleType: string;
  moduleKey: string;
  functionKey: string;
  accountId: string | null;
  timeoutSeconds: number;
  /** How many pushes led to this call; 0 when no consumer pushed. */
  depth: number;
};

export type Invocation = Call & {
  id: string;
  startedAt: number;
  deadlineAt: number;
  state: 'running' | 'ended' | 'timed-out' | 'killed';
  /** External calls per minute of its run. */
  fetches: number[];
  die: (state: 'timed-out' | 'killed') => void;
};

export type Outcome =
  | { status: 'ok'; value: unknown }
  | { status: 'failed'; error: unknown }
  | { status: 'timed-out' | 'killed' };

/** Does something to the outside for the running invocation, unless it is dead or dies of it. */
export type Perform = <T>(kind: Operation, run: () => T | Promise<T>) => Promise<T>;

export type Invoker = {
  /** The invocation that the calling code belongs to. */
  current: () => Invocation | undefined;
  invoke: (call: Call, run: () => unknown) => Promise<Outcome>;
  perform: Perform;
  /** Never resolves for a dead invocation; an error outside of any, or after the reply. */
  ensureAlive: () => Promise<Invocation>;
  /** Nothing is invoked any more: else every promise of this process would go on carrying its scope. */
  dispose: () => void;
};

const LOST_CONTEXT =
  'Forge runtime metadata not found: this code runs outside of an invocation. Visit https://go.atlassian.com/nodejs-runtime for more information';

/**
 * Runs handlers as the platform does. A dead invocation (killed, or over its time) never hears of
 * its calls again and has no further effect; a call after the reply is an error, because Forge
 * freezes what was not awaited. Module state survives a kill, as in a container that is reused.
 */
export function createInvoker(parts: InvokerParts): Invoker {
  const scope = new AsyncLocalStorage<Invocation>();
  const ensureAlive = async (): Promise<Invocation> => {
    const invocation = scope.getStore();
    if (!invocation) throw new Error(LOST_CONTEXT);
    await untilAlive(invocation);
    return invocation;
  };
  return {
    current: () => scope.getStore(),
    dispose: () => {
      scope.disable();
    },
    ensureAlive,
    invoke: createInvoke(parts, scope),
    perform: async (kind, run) => {
      const invocation = await ensureAlive();
      const phase = parts.kills.strike(kind);
      if (phase === 'before') invocation.die('killed');
      await untilAlive(invocation);
      try {
        return await run();
      } finally {
        if (phase === 'after') invocation.die('killed');
        await untilAlive(invocation);
      }
    },
  };
}

type InvokerParts = { wall: WallClock; meter: Meter; kills: KillSwitch };

function createInvoke(
  { wall, meter }: InvokerParts,
  scope: AsyncLocalStorage<Invocation>,
): Invoker['invoke'] {
  return async (call, run) => {
    meter.stats.invocations += 1;
    const { invocation, died } = begin(call, wall);
    const cancel = wall.after(call.timeoutSeconds * 1000, () => {
      invocation.die('timed-out');
    });
    const work = scope.run(invocation, async () => settle(run));
    const outcome = finish(invocation, await Promise.race([work, died]), wall);
    cancel();
    meter.invocation(call.moduleKey, wall.now() - invocation.startedAt);
    countOutcome(meter, outcome);
    return outcome;
  };
}

function begin(call: Call, wall: WallClock): { invocation: Invocation; died: Promise<Outcome> } {
  let report: (outcome: Outcome) => void;
  const died = new Promise<Outcome>((resolve) => {
    report = resolve;
  });
  const startedAt = wall.now();
  const invocation: Invocation = {
    ...call,
    id: randomUUID(),
    startedAt,
    deadlineAt: startedAt + call.timeoutSeconds * 1000,
    state: 'running',
    fetches: [],
    die: (state) => {
      if (invocation.state !== 'running') return;
      invocation.state = state;
      report({ status: state });
    },
  };
  return { invocation, died };
}

async function settle(run: () => unknown): Promise<Outcome> {
  try {
    return { status: 'ok', value: await run() };
  } catch (error) {
    return { status: 'failed', error };
  }
}

function finish(invocation: Invocation, outcome: Outcome, wall: WallClock): Outcome {
  if (invocation.state !== 'running') {
    return { status: invocation.state === 'killed' ? 'killed' : 'timed-out' };
  }
  if (wall.now() > invocation.deadlineAt) {
    invocation.state = 'timed-out';
    return { status: 'timed-out' };
  }
  invocation.state = 'ended';
  return outcome;
}

function countOutcome({ stats }: Meter, { status }: Outcome): void {
  if (status === 'failed') stats.failed += 1;
  if (status === 'timed-out') stats.timedOut += 1;
  if (status === 'killed') stats.killed += 1;
}

async function untilAlive(invocation: Invocation): Promise<void> {
  if (invocation.state === 'running') return;
  if (invocation.state === 'ended') {
    throw new Error(
      `${invocation.functionKey} (${invocation.id}) made a call after its reply; await it: Forge freezes what is left over.`,
    );
  }
  await new Promise<never>(() => undefined);
}
