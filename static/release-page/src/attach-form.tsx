import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent } from 'react';
import type { ReleaseView } from '../../../src/api/contract';
import { audienceWords, fileWords, type ExportChoice } from './export-choices';
import { useAttach, type AttachTarget, type Exported } from './export-queries';
import { Select } from './select';

type Place = AttachTarget['kind'];

const PLACES: readonly { value: Place; words: string }[] = [
  { value: 'version', words: 'Description of the version' },
  { value: 'issue', words: 'An issue, as a file' },
  { value: 'comment', words: 'An issue, as a comment' },
];

type Props = { exported: Exported; wanted: ExportChoice; view: ReleaseView };

/** Puts the export into Jira, after it was said what is written where. */
export function AttachForm({ exported, wanted, view }: Props) {
  const id = useId();
  const { jql } = exported.choice;
  const [place, setPlace] = useState<Place>(jql === undefined ? 'version' : 'issue');
  const [issueKey, setIssueKey] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const target: AttachTarget =
    place === 'version' ? { kind: place } : { kind: place, issueKey: issueKey.trim() };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
  };

  if (isAsked) {
    return (
      <Confirmation
        {...{ exported, wanted, view, target }}
        onBack={() => {
          setIsAsked(false);
        }}
      />
    );
  }
  return (
    <form className="export-attach" aria-label="Attach" onSubmit={submit}>
      <Select
        label="Where to"
        value={place}
        // What a query finds has no version.
        options={PLACES.filter(({ value }) => value !== 'version' || jql === undefined)}
        onChange={setPlace}
      />
      {place !== 'version' && (
        <div className="act-field">
          <label htmlFor={id}>Issue key</label>
          <Textfield
            id={id}
            isCompact
            isRequired
            maxLength={100}
            value={issueKey}
            onChange={({ currentTarget }) => {
              setIssueKey(currentTarget.value);
            }}
          />
        </div>
      )}
      <Button type="submit" spacing="compact">
        Attach
      </Button>
    </form>
  );
}

type ConfirmationProps = Props & { target: AttachTarget; onBack: () => void };

function Confirmation({ exported, wanted, view, target, onBack }: ConfirmationProps) {
  const attach = useAttach(exported);
  const place = placeOf(target, view);
  if (attach.isSuccess) return <p role="status">{`Written into ${place}.`}</p>;
  return (
    <div className="export-attach" role="group" aria-label="What is written where">
      <p>{whatIsWritten(target, wanted, place)}</p>
      <p className="subtle">
        {target.kind === 'version'
          ? 'It names no issue. The rest of the description stays.'
          : `It holds what you may see of the release, and whoever may see ${place} can read it.`}
      </p>
      <div className="export-ways">
        <Button
          appearance="primary"
          spacing="compact"
          isDisabled={attach.isPending}
          onClick={() => {
            attach.mutate({ ...wanted, target });
          }}
        >
          {attach.isPending ? 'Writing…' : 'Write it to Jira'}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onBack}>
          Back
        </Button>
      </div>
      {attach.error && (
        <p className="act-failure" role="alert">
          {attach.error.message}
        </p>
      )}
    </div>
  );
}

const placeOf = (target: AttachTarget, { versions }: ReleaseView): string =>
  target.kind === 'version'
    ? `the description of ${versions.map(({ name }) => name).join(' and ')}`
    : target.issueKey.toUpperCase();

function whatIsWritten(target: AttachTarget, wanted: ExportChoice, place: string): string {
  switch (target.kind) {
    case 'version':
      return `Convoy writes a few lines into ${place}, as you: decision, counts and the state of the evidence.`;
    case 'issue':
      return `Convoy attaches the file ${fileWords(wanted)} to ${place}, as you.`;
    case 'comment':
      return `Convoy writes a comment on ${place}, as you: the release packet for ${audienceWords(wanted.audience)}.`;
  }
}
