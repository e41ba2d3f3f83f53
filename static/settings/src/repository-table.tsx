import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type {
  RepositoryFreshness,
  RepositorySettings,
  SettingsView,
} from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { progressWords } from '../../shared/repository-words';
import { plural, repositoryPath } from '../../shared/wording';
import { placeOf, ProblemList, useProblemsAt } from './field';
import { KindSelect } from './kind-select';
import type { LineDraft } from './settings-draft';

type Row = { repository: RepositorySettings; index: number };
type Props = {
  rows: readonly Row[];
  route: LineDraft[];
  view: SettingsView;
  onEdit: (index: number) => void;
  onChange: (index: number, repository: RepositorySettings) => void;
  onRemove: (index: number) => void;
};

/** Roles are spelled out because narrow screens show the rows as cards. */
export function RepositoryTable({ rows, route, view, onEdit, onChange, onRemove }: Props) {
  if (rows.length === 0) return null;
  const freshness = new Map(view.repositories.map((each) => [each.repository, each]));
  return (
    <table className="repositories" role="table" aria-label="Repositories">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">Repository</th>
          <th role="columnheader">Service</th>
          <th role="columnheader">Owner</th>
          <th role="columnheader">Kind</th>
          <th role="columnheader">Differs from the route</th>
          <th role="columnheader">Read</th>
          <th role="columnheader">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ repository, index }) => (
          <RepositoryRow
            key={repository.id}
            repository={repository}
            index={index}
            differences={differenceWords(repository, route)}
            freshness={freshness.get(repository.id)}
            gaps={view.gaps.filter((gap) => gap.repository === repository.id).length}
            now={view.now}
            onChange={(changed) => {
              onChange(index, changed);
            }}
            onEdit={() => {
              onEdit(index);
            }}
            onRemove={() => {
              onRemove(index);
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  repository: RepositorySettings;
  index: number;
  differences: string;
  freshness: RepositoryFreshness | undefined;
  gaps: number;
  now: string;
  onEdit: () => void;
  onChange: (repository: RepositorySettings) => void;
  onRemove: () => void;
};

function RepositoryRow(props: RowProps) {
  const { repository, index, differences, freshness, gaps, now, onEdit, onRemove } = props;
  const { id, service, owner, kind, notes } = repository;
  const change = (part: Partial<RepositorySettings>) => {
    props.onChange({ ...repository, ...part });
  };
  const path = repositoryPath(id);
  const place = placeOf('repositories', index);
  const problems = useProblemsAt(place);

  return (
    <tr role="row">
      <td role="cell" className="repository-path">
        {path}
        {notes.length > 0 && <p className="subtle">{plural(notes.length, 'note')}</p>}
        <ProblemList id={`${place}-problems`} problems={problems} />
      </td>
      <td role="cell" data-label="Service">
        <Textfield
          isCompact
          aria-label={`Service of ${path}`}
          value={service ?? ''}
          onChange={({ currentTarget: { value } }) => {
            change({ service: value || null });
          }}
        />
      </td>
      <td role="cell" data-label="Owner">
        <Textfield
          isCompact
          aria-label={`Owner of ${path}`}
          value={owner ?? ''}
          onChange={({ currentTarget: { value } }) => {
            change({ owner: value || null });
          }}
        />
      </td>
      <td role="cell" data-label="Kind">
        <KindSelect
          isCompact
          aria-label={`Kind of ${path}`}
          kind={kind}
          onChange={(next) => {
            change({ kind: next });
          }}
        />
      </td>
      <td role="cell" data-label="Differs">
        {differences || '—'}
      </td>
      <td role="cell" data-label="Read">
        <Reading freshness={freshness} gaps={gaps} now={now} />
      </td>
      <td role="cell" className="row-actions">
        <Button
          id={place}
          spacing="compact"
          appearance="subtle"
          aria-label={`Edit ${path}`}
          onClick={onEdit}
        >
          Edit
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={`Remove ${path}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </td>
    </tr>
  );
}

type ReadingProps = Pick<RowProps, 'freshness' | 'gaps' | 'now'>;

function Reading({ freshness, gaps, now }: ReadingProps) {
  if (!freshness) return <span className="subtle">after saving</span>;
  const { asOf, progress, renamedTo } = freshness;
  return (
    <>
      {asOf === null ? 'not read yet' : <Moment at={asOf} now={now} />}
      {progress && <p className="subtle">{progressWords(progress)}</p>}
      {gaps > 0 && asOf !== null && <p className="problem">{plural(gaps, 'gap')}</p>}
      {renamedTo !== null && (
        <p className="problem">{`now called ${repositoryPath(renamedTo)}: change it here`}</p>
      )}
    </>
  );
}

/** `test: qa; prod: master`. */
function differenceWords({ lines }: RepositorySettings, route: LineDraft[]): string {
  return route
    .flatMap(({ id, name }) => {
      const override = lines[id];
      const words = [override?.branch, override?.environments?.join(', ')].filter(Boolean);
      return words.length === 0 ? [] : [`${name}: ${words.join(' → ')}`];
    })
    .join('; ');
}
