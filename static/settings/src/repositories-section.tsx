import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RepositorySettings, SettingsView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { Pages } from './pages';
import { isTargeted, type RepairTarget } from './repair-target';
import { RepositoryForm } from './repository-form';
import { RepositoryPicker } from './repository-picker';
import { RepositoryTable } from './repository-table';
import { Section } from './section';
import type { SettingsDraft } from './settings-draft';
import { TextField } from './text-field';

const PAGE_SIZE = 25;
const FILTER_FROM = 8;

type Props = {
  draft: SettingsDraft;
  view: SettingsView;
  target: RepairTarget | null;
  onChange: (draft: SettingsDraft) => void;
};

/** The project's repositories: what each holds, who owns it, how fresh its evidence is. */
export function RepositoriesSection({ draft, view, target, onChange }: Props) {
  const { repositories } = draft;
  const [filter, setFilter] = useState('');
  const [isPicking, setIsPicking] = useState(false);
  const [edited, setEdited] = useState(() => placeIn(repositories, target));
  const numbered = repositories.map((repository, index) => ({ repository, index }));
  // by what is saved, so that a row does not leave while its service is typed
  const saved = new Map(view.settings?.repositories.map((each) => [each.id, each]));
  const found = numbered.filter(({ repository: { id } }) => matches(id, saved.get(id), filter));
  const change = (changed: RepositorySettings[]) => {
    onChange({ ...draft, repositories: changed });
  };
  const current = edited === null ? undefined : repositories[edited];

  return (
    <Section
      title="Repositories"
      isTarget={isTargeted(target, 'repositories')}
      about="Where the project’s code is. Give each the service it belongs to and who owns it: people know those names better."
      actions={
        <Button
          onClick={() => {
            setIsPicking(true);
          }}
        >
          Add repositories…
        </Button>
      }
    >
      {repositories.length === 0 && <NoRepository />}
      {repositories.length >= FILTER_FROM && (
        <Filter
          filter={filter}
          found={found.length}
          total={repositories.length}
          onFilter={setFilter}
        />
      )}
      <Pages key={filter} items={found} size={PAGE_SIZE} noun="repositories of the project">
        {(shown) => (
          <RepositoryTable
            rows={shown}
            route={draft.route}
            view={view}
            onEdit={setEdited}
            onChange={(index, changed) => {
              change(repositories.with(index, changed));
            }}
            onRemove={(index) => {
              change(repositories.toSpliced(index, 1));
            }}
          />
        )}
      </Pages>
      {isPicking && (
        <RepositoryPicker
          taken={new Set(repositories.map(({ id }) => id.toLowerCase()))}
          onPick={(added) => {
            change([...repositories, ...added]);
          }}
          onClose={() => {
            setIsPicking(false);
          }}
        />
      )}
      {edited !== null && current && (
        <RepositoryForm
          repository={current}
          index={edited}
          draft={draft}
          onChange={(changed) => {
            change(repositories.with(edited, changed));
          }}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </Section>
  );
}

/** The repository that somebody was led to; `null` for none, or one that is not in the draft. */
function placeIn(
  repositories: readonly RepositorySettings[],
  target: RepairTarget | null,
): number | null {
  const wanted = target?.part === 'repositories' ? target.repository : null;
  const place = repositories.findIndex(({ id }) => id === wanted);
  return place === -1 ? null : place;
}

function NoRepository() {
  return (
    <p className="empty">
      <strong>No repository yet.</strong> Add those that hold the code of this project.
    </p>
  );
}

type FilterProps = {
  filter: string;
  found: number;
  total: number;
  onFilter: (filter: string) => void;
};

function Filter({ filter, found, total, onFilter }: FilterProps) {
  return (
    <div className="filters">
      <TextField label="Find a repository of the project" value={filter} onChange={onFilter} />
      <p className="subtle" role="status">
        {`${plural(found, 'repository', 'repositories')} of ${total}`}
      </p>
    </div>
  );
}

function matches(id: string, saved: RepositorySettings | undefined, filter: string): boolean {
  const text = [id, saved?.service, saved?.owner].join(' ').toLowerCase();
  return text.includes(filter.trim().toLowerCase());
}
