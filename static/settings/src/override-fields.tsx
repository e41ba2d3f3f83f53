import Button from '@atlaskit/button/new';
import { useId } from 'react';
import type { LineSuggestion, RepositorySettings } from '../../../src/api/contract';
import { useSuggestLines } from './api';
import { placeOf } from './field';
import { ListField } from './list-field';
import { editedLines, type LineDraft, type SettingsDraft } from './settings-draft';
import { CONFIDENCE } from './suggestion-words';
import { TextField } from './text-field';

type Override = RepositorySettings['lines'][string];
type Props = {
  repository: RepositorySettings;
  draft: SettingsDraft;
  index: number;
  onChange: (part: Pick<RepositorySettings, 'lines'>) => void;
};

/** What the repository does differently on each line, with what its branches suggest. */
export function OverrideFields({ repository, draft, index, onChange }: Props) {
  const branchList = useId();
  const { data: found, error } = useSuggestLines(repository.id, editedLines(draft));
  if (draft.route.length === 0) return null;

  return (
    <fieldset className="overrides">
      <legend>Lines</legend>
      <p className="subtle">
        Only where this repository differs. An empty field means: as the route says.
      </p>
      <p className="subtle" role="status">
        {branchWords(found, error)}
      </p>
      <datalist id={branchList}>
        {found?.branches.map((branch) => (
          <option key={branch} value={branch} />
        ))}
      </datalist>
      {draft.route.map((line) => (
        <OverrideRow
          key={line.id}
          line={line}
          override={repository.lines[line.id] ?? {}}
          suggestion={found?.suggestions.find((each) => each.line === line.name.trim())}
          branchList={branchList}
          placeOf={(field) => placeOf('repositories', index, 'lines', line.name, field)}
          onChange={(override) => {
            onChange({ lines: withOverride(repository.lines, line.id, override) });
          }}
        />
      ))}
    </fieldset>
  );
}

type RowProps = {
  line: LineDraft;
  override: Override;
  suggestion: LineSuggestion | undefined;
  branchList: string;
  placeOf: (field: string) => string;
  onChange: (override: Override) => void;
};

function OverrideRow(props: RowProps) {
  const { line, override, suggestion, branchList, onChange } = props;
  const { branch, environments } = override;
  const set = (next: { branch?: string | undefined; environments?: string[] | undefined }) => {
    onChange({
      ...(next.branch && { branch: next.branch }),
      ...(next.environments?.length && { environments: next.environments }),
    });
  };
  const setBranch = (wanted: string) => {
    set({ environments, branch: wanted });
  };
  return (
    <div className="override">
      <TextField
        label={`Branch of ${line.name}`}
        place={props.placeOf('branch')}
        value={branch ?? ''}
        placeholder={line.branch}
        list={branchList}
        isMonospaced
        help={
          suggestion && (
            <Suggested suggestion={suggestion} current={branch ?? line.branch} onUse={setBranch} />
          )
        }
        onChange={setBranch}
      />
      <ListField
        label={`Environments of ${line.name}`}
        place={props.placeOf('environments')}
        items={environments ?? []}
        {...(line.environments.length > 0 && { help: `Route: ${line.environments.join(', ')}` })}
        onChange={(wanted) => {
          set({ branch, environments: wanted });
        }}
      />
    </div>
  );
}

type SuggestedProps = {
  suggestion: LineSuggestion;
  current: string;
  onUse: (branch: string) => void;
};

function Suggested({ suggestion: { branch, confidence, why }, current, onUse }: SuggestedProps) {
  const words = `${CONFIDENCE[confidence]}: ${branch}, ${why}.`;
  if (branch === current) return <span>{words}</span>;
  return (
    <>
      {words}{' '}
      <Button
        spacing="compact"
        onClick={() => {
          onUse(branch);
        }}
      >{`Use ${branch}`}</Button>
    </>
  );
}

function withOverride(
  lines: RepositorySettings['lines'],
  id: string,
  override: Override,
): RepositorySettings['lines'] {
  const others = Object.fromEntries(Object.entries(lines).filter(([key]) => key !== id));
  return Object.keys(override).length === 0 ? others : { ...others, [id]: override };
}

function branchWords(
  found: { branches: string[]; isComplete: boolean } | undefined,
  error: Error | null,
): string {
  if (error) return `Its branches could not be read, so none are suggested: ${error.message}`;
  if (!found) return 'Reading its branches…';
  const count = `${found.branches.length} branches`;
  return found.isComplete
    ? `It has ${count}.`
    : `It has more than ${count}; the first are offered.`;
}
