import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import { useRef, useState } from 'react';
import { Field } from './field';
import { useFoundPeople, useNames } from './people-queries';

type Props = {
  /** What they do, in words that follow `People`. */
  of: string;
  place: string;
  accountIds: readonly string[];
  onChange: (accountIds: string[]) => void;
};

/** People, found by name; an account that Jira has no name for is shown by its id. */
export function PeopleField({ of, place, accountIds, onChange }: Props) {
  const names = useNames(accountIds);
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const find = () => {
    setAsked(words.trim());
  };
  const add = (accountId: string) => {
    onChange([...new Set([...accountIds, accountId])]);
    setWords('');
    setAsked('');
    input.current?.focus();
  };

  return (
    <div className="people">
      <Chosen
        of={of}
        accountIds={accountIds}
        nameOf={(id) => names.data?.get(id) ?? id}
        onRemove={(id) => {
          onChange(accountIds.filter((one) => one !== id));
          input.current?.focus();
        }}
      />
      <Field label="Find people" of={of} place={place}>
        {(attributes) => (
          <div className="people-search">
            <Textfield
              {...attributes}
              ref={input}
              value={words}
              placeholder="Name or mail address"
              autoComplete="off"
              onChange={({ currentTarget }) => {
                setWords(currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                find();
              }}
            />
            <Button isDisabled={words.trim() === ''} onClick={find}>
              Find<span className="sr-only">{` people ${of}`}</span>
            </Button>
          </div>
        )}
      </Field>
      {asked !== '' && <Found words={asked} taken={accountIds} onAdd={add} />}
    </div>
  );
}

type ChosenProps = Pick<Props, 'of' | 'accountIds'> & {
  nameOf: (accountId: string) => string;
  onRemove: (accountId: string) => void;
};

function Chosen({ of, accountIds, nameOf, onRemove }: ChosenProps) {
  if (accountIds.length === 0) return null;
  return (
    <ul className="people-list" aria-label={`People ${of}`}>
      {accountIds.map((id) => (
        <li key={id}>
          <bdi title={id}>{nameOf(id)}</bdi>
          <IconButton
            icon={DeleteIcon}
            appearance="subtle"
            spacing="compact"
            label={`Remove ${nameOf(id)} ${of}`}
            onClick={() => {
              onRemove(id);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

type FoundProps = {
  words: string;
  taken: readonly string[];
  onAdd: (accountId: string) => void;
};

/** Who was found; words that find nobody may be an account id. */
function Found({ words, taken, onAdd }: FoundProps) {
  const { data, error, isPending } = useFoundPeople(words);
  const found = data ?? [];
  const free = found.filter(({ accountId }) => !taken.includes(accountId));
  const mayBeId = !isPending && found.length === 0 && !taken.includes(words);
  return (
    <>
      <p className="subtle" role="status">
        {error
          ? `Nobody could be looked up: ${error.message}`
          : outcome(words, data?.length, free.length)}
      </p>
      <ul className="people-list">
        {free.map(({ accountId, displayName }) => (
          <AddButton
            key={accountId}
            name={displayName}
            onAdd={() => {
              onAdd(accountId);
            }}
          />
        ))}
        {mayBeId && (
          <AddButton
            name={`“${words}” as an account id`}
            onAdd={() => {
              onAdd(words);
            }}
          />
        )}
      </ul>
    </>
  );
}

const AddButton = ({ name, onAdd }: { name: string; onAdd: () => void }) => (
  <li>
    <Button onClick={onAdd}>Add {name}</Button>
  </li>
);

function outcome(words: string, found: number | undefined, free: number): string {
  if (found === undefined) return 'Looking…';
  if (found === 0) {
    return `Jira shows you nobody whose name or mail address begins with “${words}”.`;
  }
  return free === 0 ? 'All that were found are named already.' : `${free} found.`;
}
