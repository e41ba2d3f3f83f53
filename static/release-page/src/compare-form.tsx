import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { Snapshot } from '../../../src/api/contract';
import { OF_ONE_TAB } from './address';
import { snapshotWords } from './snapshot-words';
import { useAddress } from './use-address';

const NOW = 'now';

/** Any two states: snapshots, or the release as it is now. */
export function CompareForm({ snapshots }: { snapshots: Snapshot[] }) {
  const [address, change] = useAddress();
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  const before = chosen.before ?? address.before ?? snapshots[0]?.id ?? NOW;
  const after = chosen.after ?? address.after ?? NOW;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ ...OF_ONE_TAB, before, after });
  };

  return (
    <form className="compare-form" aria-label="Compare two states" onSubmit={submit}>
      <StateChoice
        words="Compare"
        name="Earlier state"
        snapshots={snapshots}
        value={before}
        onChange={(id) => {
          setChosen({ ...chosen, before: id });
        }}
      />
      <StateChoice
        words="with"
        name="Later state"
        snapshots={snapshots}
        value={after}
        onChange={(id) => {
          setChosen({ ...chosen, after: id });
        }}
      />
      <Button type="submit" spacing="compact" isDisabled={before === after}>
        Compare
      </Button>
    </form>
  );
}

type ChoiceProps = {
  words: string;
  name: string;
  snapshots: Snapshot[];
  value: string;
  onChange: (id: string) => void;
};

function StateChoice({ words, name, snapshots, value, onChange }: ChoiceProps) {
  const id = useId();
  const isKnown = value === NOW || snapshots.some((one) => one.id === value);
  return (
    <>
      <span aria-hidden="true">{words}</span>
      <label htmlFor={id} className="sr-only">
        {name}
      </label>
      <select
        id={id}
        className="select state-select"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      >
        <option value={NOW}>the release as it is now</option>
        {!isKnown && <option value={value}>a snapshot that is no longer kept</option>}
        {snapshots.map((one) => (
          <option key={one.id} value={one.id}>
            {snapshotWords(one)}
          </option>
        ))}
      </select>
    </>
  );
}
