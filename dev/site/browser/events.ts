type Listener = (payload: unknown) => unknown;
type Subscription = { unsubscribe: () => void };

/** Events between the screens of the app on one page. */
export function createEvents(): {
  on: (subscription: { event: string; callback: Listener }) => Subscription;
  emit: (message: { event: string; payload?: unknown }) => void;
} {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on: ({ event, callback }) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(callback));
      return { unsubscribe: () => set.delete(callback) };
    },
    emit: ({ event, payload }) => {
      listeners.get(event)?.forEach((listener) => void listener(payload));
    },
  };
}
