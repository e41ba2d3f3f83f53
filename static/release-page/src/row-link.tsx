import type { ReleaseRow } from '../../../src/api/contract';
import { toSearch } from './address';
import { useAddress } from './use-address';

/** Opens the issue of a row; the whole row belongs to the link. */
export function RowLink({ row: { key } }: { row: ReleaseRow }) {
  const [address, change] = useAddress();
  return (
    <a
      className="row-link"
      data-issue={key}
      href={toSearch({ ...address, issue: key })}
      aria-current={address.issue === key ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault();
        change({ issue: key });
      }}
    >
      {key}
    </a>
  );
}
