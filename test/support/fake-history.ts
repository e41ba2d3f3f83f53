type Location = { pathname: string; search: string; hash: string; state: undefined };
type Listener = (location: Location, action: string) => void;

export type FakeHistory = {
  location: Location;
  push: (path: string) => void;
  replace: (path: string) => void;
  listen: (listener: Listener) => () => void;
};

/** What `view.createHistory()` answers, as far as the page uses it. */
export function createFakeHistory(search: string): FakeHistory {
  const listeners = new Set<Listener>();
  const go =
    (action: string) =>
    (path: string): void => {
      const { pathname, search: next } = new URL(path, 'https://app.test');
      history.location = { ...history.location, pathname, search: next };
      listeners.forEach((listener) => {
        listener(history.location, action);
      });
    };
  const history: FakeHistory = {
    location: { pathname: '/', search, hash: '', state: undefined },
    push: go('PUSH'),
    replace: go('REPLACE'),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return history;
}
