import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { ReleaseRow, ReleaseView } from '../../../src/api/contract';
import { LEVEL, LEVELS } from '../../issue-panel/src/level';
import type { Field } from './address';
import { matches } from './matrix-rows';
import { useAddress } from './use-address';

type Props = { rows: ReleaseRow[]; view: ReleaseView; isLoading: boolean };

const FILTERS: readonly Field[] = ['q', 'verdict', 'repository', 'owner', 'reason'];

/** Which issues are shown, and how many of how many these are. */
export function MatrixFilter({ rows, view: { counts }, isLoading }: Props) {
  const id = useId();
  const [address, change] = useAddress();
  const shown = rows.filter((row) => matches(row, address)).length;
  const isFiltered = FILTERS.some((field) => address[field] !== undefined);

  return (
    <div className="filter" role="search" aria-label="Issues">
      <label htmlFor={`${id}-q`} className="sr-only">
        Key, summary or reason
      </label>
      <div className="filter-text">
        <Textfield
          id={`${id}-q`}
          type="search"
          isCompact
          placeholder="Key, summary or reason"
          value={address.q ?? ''}
          onChange={({ currentTarget }) => {
            change({ q: currentTarget.value === '' ? undefined : currentTarget.value }, 'replace');
          }}
        />
      </div>
      <Choice field="verdict" all="Every verdict" values={LEVELS} wordsOf={(one) => LEVEL[one]} />
      <Choice
        field="repository"
        all="Every repository"
        values={valuesOf(rows, ({ repositories }) => repositories)}
      />
      <Choice field="owner" all="Every owner" values={valuesOf(rows, ({ owners }) => owners)} />
      <Choice
        field="reason"
        all="Every reason"
        values={valuesOf(rows, ({ reasons }) => reasons.map(({ code }) => code))}
        wordsOf={(code) => code.replaceAll('-', ' ')}
      />
      <p role="status" className="filter-count">
        {countWords(shown, counts.issues - counts.hidden)}
        {isLoading && `, ${rows.length} loaded so far`}
      </p>
      {isFiltered && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            change(Object.fromEntries(FILTERS.map((field) => [field, undefined])));
          }}
        >
          Clear the filter
        </button>
      )}
    </div>
  );
}

const countWords = (shown: number, of: number): string =>
  shown === of ? `${of} ${of === 1 ? 'issue' : 'issues'}` : `${shown} of ${of} issues`;

const valuesOf = (
  rows: readonly ReleaseRow[],
  namesOf: (row: ReleaseRow) => readonly string[],
): string[] => [...new Set(rows.flatMap(namesOf))].sort();

type ChoiceProps<Value extends string> = {
  field: Field;
  all: string;
  values: readonly Value[];
  wordsOf?: (value: Value) => string;
};

function Choice<Value extends string>({
  field,
  all,
  values,
  wordsOf = (value) => value,
}: ChoiceProps<Value>) {
  const [address, change] = useAddress();
  return (
    <select
      className="select filter-select"
      aria-label={`Filter by ${field}`}
      value={address[field] ?? ''}
      onChange={({ target }) => {
        change({ [field]: target.value === '' ? undefined : target.value });
      }}
    >
      <option value="">{all}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {wordsOf(value)}
        </option>
      ))}
    </select>
  );
}
