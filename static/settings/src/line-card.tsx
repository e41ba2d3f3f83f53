import { IconButton } from '@atlaskit/button/new';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { placeOf, ProblemList, useProblemsAt } from './field';
import { ListField } from './list-field';
import type { LineDraft } from './settings-draft';
import { TextField } from './text-field';

type Props = {
  line: LineDraft;
  index: number;
  count: number;
  onChange: (line: LineDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One line of the route. */
export function LineCard({ line, index, count, onChange, onMove, onRemove }: Props) {
  const name = line.name || `line ${index + 1}`;
  return (
    <li className="card line-card" aria-label={`${index + 1} of ${count}: ${name}`}>
      <span className="line-number" aria-hidden="true">
        {index + 1}
      </span>
      <LineFields line={line} index={index} name={name} onChange={onChange} />
      <LineActions name={name} onMove={onMove} onRemove={onRemove} />
      <WholeLine name={line.name} />
    </li>
  );
}

/** What is wrong with the line and with none of its fields alone. */
function WholeLine({ name }: { name: string }) {
  const place = placeOf('lines', name);
  const problems = useProblemsAt(place).filter(({ field }) => field === place);
  return <ProblemList id={place} problems={problems} />;
}

type FieldsProps = Pick<Props, 'line' | 'index' | 'onChange'> & { name: string };

function LineFields({ line, index, name, onChange }: FieldsProps) {
  const at = (field: string) => placeOf('lines', line.name, field);
  const change = (part: Partial<LineDraft>) => {
    onChange({ ...line, ...part });
  };

  return (
    <div className="line-fields">
      <TextField
        label="Name"
        of={`of line ${index + 1}`}
        place={placeOf('route', index)}
        value={line.name}
        autoFocus={line.name === '' && line.branch === ''}
        onChange={(text) => {
          change({ name: text });
        }}
      />
      <TextField
        label="Branch"
        of={`of ${name}`}
        place={at('branch')}
        value={line.branch}
        isMonospaced
        onChange={(branch) => {
          change({ branch });
        }}
      />
      <ListField
        label="Environments"
        of={`of ${name}`}
        place={at('environments')}
        items={line.environments}
        onChange={(environments) => {
          change({ environments });
        }}
      />
      <ListField
        label="Statuses that reject"
        of={`in ${name}`}
        place={at('rejectedStatuses')}
        items={line.rejectedStatuses}
        onChange={(rejectedStatuses) => {
          change({ rejectedStatuses });
        }}
      />
      <ListField
        label="Statuses that approve"
        of={`in ${name}`}
        place={at('approvedStatuses')}
        items={line.approvedStatuses}
        onChange={(approvedStatuses) => {
          change({ approvedStatuses });
        }}
      />
    </div>
  );
}

type ActionsProps = Pick<Props, 'onMove' | 'onRemove'> & { name: string };

function LineActions({ name, onMove, onRemove }: ActionsProps) {
  return (
    <div className="line-actions">
      <IconButton
        icon={ArrowUpIcon}
        label={`Move ${name} up`}
        appearance="subtle"
        onClick={() => {
          onMove(-1);
        }}
      />
      <IconButton
        icon={ArrowDownIcon}
        label={`Move ${name} down`}
        appearance="subtle"
        onClick={() => {
          onMove(1);
        }}
      />
      <IconButton
        icon={DeleteIcon}
        label={`Remove ${name}`}
        appearance="subtle"
        onClick={onRemove}
      />
    </div>
  );
}
