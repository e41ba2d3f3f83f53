import Checkbox from '@atlaskit/checkbox';
import { useState } from 'react';
import type { LineSuggestion } from '../../../src/api/contract';
import { repositoryPath } from '../../shared/wording';
import { useSuggestLines } from './api';
import { Field } from './field';
import { FormModal } from './form-modal';
import { Loaded } from './loaded';
import { addLine, changeLine, editedLines, type SettingsDraft } from './settings-draft';
import { CONFIDENCE } from './suggestion-words';

type Props = {
  draft: SettingsDraft;
  onChange: (draft: SettingsDraft) => void;
  onClose: () => void;
};

/** Lines that the branches of a repository suggest; only the ticked ones are taken over. */
export function SuggestRoute({ draft, onChange, onClose }: Props) {
  const [repository, setRepository] = useState(draft.repositories[0]?.id ?? '');
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const lines = useSuggestLines(repository, editedLines(draft));
  const wanted = (lines.data?.suggestions ?? []).filter(({ line }) => !refused.has(line));
  const toggle = (line: string) => {
    const next = new Set(refused);
    if (!next.delete(line)) next.add(line);
    setRefused(next);
  };

  return (
    <FormModal
      title="Suggest the route"
      action="Use these lines"
      isDisabled={wanted.length === 0}
      onSubmit={() => {
        onChange(wanted.reduce(take, draft));
        onClose();
      }}
      onClose={onClose}
    >
      <Field label="From the branches of">
        {({ id }) => (
          <select
            id={id}
            className="select"
            value={repository}
            onChange={({ target }) => {
              setRepository(target.value);
            }}
          >
            {draft.repositories.map((option) => (
              <option key={option.id} value={option.id}>
                {repositoryPath(option.id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Loaded query={lines} what="the branches">
        {({ suggestions }) => (
          <Suggestions suggestions={suggestions} refused={refused} onToggle={toggle} />
        )}
      </Loaded>
    </FormModal>
  );
}

type SuggestionsProps = {
  suggestions: LineSuggestion[];
  refused: ReadonlySet<string>;
  onToggle: (line: string) => void;
};

function Suggestions({ suggestions, refused, onToggle }: SuggestionsProps) {
  if (suggestions.length === 0) {
    return (
      <p className="empty">
        No branch of this repository looks like a line. Choose another one, or add lines by hand.
      </p>
    );
  }
  return (
    <ul className="rows">
      {suggestions.map(({ line, branch, confidence, why }) => (
        <li key={line} className="suggestion">
          <Checkbox
            isChecked={!refused.has(line)}
            label={`${line} is ${branch}`}
            onChange={() => {
              onToggle(line);
            }}
          />
          <p className="subtle">{`${CONFIDENCE[confidence]}: ${why}.`}</p>
        </li>
      ))}
    </ul>
  );
}

function take(draft: SettingsDraft, { line, branch }: LineSuggestion): SettingsDraft {
  const existing = draft.route.find(({ name }) => name.trim() === line);
  return existing ? changeLine(draft, { ...existing, branch }) : addLine(draft, line, branch);
}
