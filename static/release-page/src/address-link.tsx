import type { ReactNode } from 'react';
import { toSearch, type AddressChange } from './address';
import { useAddress } from './use-address';

type Props = { change: AddressChange; label?: string; children: ReactNode };

/** Leads to another place of this page; its address may be sent to others. */
export function AddressLink({ change, label, children }: Props) {
  const [address, go] = useAddress();
  return (
    <a
      href={toSearch({ ...address, ...change })}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        go(change);
      }}
    >
      {children}
    </a>
  );
}
