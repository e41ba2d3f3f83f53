import type { Channel } from './channel';

/** A location inside the app, as the library `history` (version 4) has it. */
export type Location = {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
  key?: string;
};
export type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: Location, action: Action) => void;
type Target = string | Partial<Location>;

/** What `view.createHistory()` gives to the app. */
type FrameHistory = {
  action: Action;
  location: Location;
  length: number;
  createHref: (target: Target) => string;
  push: (target: Target, state?: unknown) => void;
  replace: (target: Target, state?: unknown) => void;
  go: (steps: number) => void;
  goBack: () => void;
  goForward: () => void;
  block: () => () => void;
  listen: (listener: Listener) => () => void;
};

/** A live history object: the shell keeps the address, this side tells the app. */
export async function createFrameHistory(
  call: Channel['call'],
  onPop: (listener: (location: Location) => void) => void,
): Promise<FrameHistory> {
  const start = (await call('createHistory')) as { location: Location; length: number };
  const listeners = new Set<Listener>();
  const move: Listener = (location, action) => {
    Object.assign(history, { action, location });
    listeners.forEach((listener) => {
      listener(location, action);
    });
  };
  const history: FrameHistory = {
    action: 'POP',
    ...start,
    createHref: (target) => toHref(toLocation(target, history.location)),
    ...createMoves(call, move, () => history.location),
    block: () => () => undefined,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  onPop((location) => {
    move(location, 'POP');
  });
  return history;
}

type Moves = Pick<FrameHistory, 'push' | 'replace' | 'go' | 'goBack' | 'goForward'>;

function createMoves(call: Channel['call'], move: Listener, current: () => Location): Moves {
  const travel =
    (action: Action) =>
    (target: Target, state?: unknown): void => {
      const location = toLocation(target, current(), state);
      void call('@travel', { action, location });
      move(location, action);
    };
  const go = (steps: number): void => void call('@go', { steps });
  return {
    push: travel('PUSH'),
    replace: travel('REPLACE'),
    go,
    goBack: () => {
      go(-1);
    },
    goForward: () => {
      go(1);
    },
  };
}

function toLocation(target: Target, current: Location, state?: unknown): Location {
  const key = crypto.randomUUID().slice(0, 6);
  if (typeof target !== 'string') {
    return { pathname: current.pathname, search: '', hash: '', state, key, ...target };
  }
  const { pathname, search, hash } = new URL(target, `http://app${current.pathname}`);
  return { pathname, search, hash, state, key };
}

export const toHref = ({ pathname, search, hash }: Location): string => pathname + search + hash;
