import type { RepositoryKind } from '../../../src/api/contract';
import { KIND } from '../../shared/repository-words';

type Props = {
  kind: RepositoryKind | null;
  isInvalid?: boolean;
  isCompact?: boolean;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  onChange: (kind: RepositoryKind | null) => void;
};

const KINDS = Object.keys(KIND) as RepositoryKind[];

/** What a repository holds. */
export function KindSelect({ kind, isInvalid, isCompact, onChange, ...attributes }: Props) {
  return (
    <select
      {...attributes}
      className={isCompact ? 'select select-compact' : 'select'}
      aria-invalid={isInvalid ?? false}
      value={kind ?? ''}
      onChange={({ target }) => {
        onChange(KINDS.find((each) => each === target.value) ?? null);
      }}
    >
      <option value="">not said</option>
      {KINDS.map((option) => (
        <option key={option} value={option}>
          {KIND[option]}
        </option>
      ))}
    </select>
  );
}
