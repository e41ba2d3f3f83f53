import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { readAddress, toSearch, type Address, type AddressChange } from './address';
import type { PageHistory } from './api';

export const HistoryContext = createContext<PageHistory | null>(null);

type Change = (change: AddressChange, how?: 'push' | 'replace') => void;

/** What the address says, and a way to change parts of it; a change is told to everybody who looks. */
export function useAddress(): [Address, Change] {
  const history = useContext(HistoryContext);
  if (history === null) throw new Error('The page has no history');
  const subscribe = useCallback((onChange: () => void) => history.listen(onChange), [history]);
  const search = useSyncExternalStore(subscribe, () => history.location.search);
  const address = useMemo(() => readAddress(search), [search]);
  const change = useCallback<Change>(
    (part, how = 'push') => {
      const next = toSearch({ ...readAddress(history.location.search), ...part });
      if (next !== history.location.search) history[how](`${history.location.pathname}${next}`);
    },
    [history],
  );
  return [address, change];
}
