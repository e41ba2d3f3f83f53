import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RepositorySettings, SettingsView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { Pages } from './pages';
import { RepositoryForm } from './repository-form';
import { RepositoryPicker } from './repository-picker';
import { RepositoryTable } from './repository-table';
import { Section } from './section';
import { newRepository, type SettingsDraft } from './settings-draft';
import { TextField } from './text-field';

const PAGE_SIZE = 25;
const FILTER_FROM = 8;

type Props = {
  draft: SettingsDraft;
  view: SettingsView;
  onChange: (draft: SettingsDraft) => void;
};

/** The project's repositories: what each holds, who owns it, how fresh its evidence is. */
export function RepositoriesSection({ draft, view, onChange }: Props) {
  const { repositories } = draft;
  const [filter, setFilter] = useState('');
  const [isPicking, setIsPicking] = useState(false);
  const [edited, setEdited] = useState<number | null>(null);
  const numbered = repositories.map((repository, index) => ({ repository, index }));
  const found = numbered.filter(({ repository }) => matches(repository, filter));
  const change = (changed: RepositorySettings[]) => {
    onChange({ ...draft, repositories: changed });
  };
  const current = edited === null ? undefined : repositories[edited];

  return (
    <Section
      title="Repositories"
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
      {repositories.length === 0 && (
        <p className="empty">
          <strong>No repository yet.</strong> Add those that hold the code of this project.
        </p>
      )}
      {repositories.length >= FILTER_FROM && (
        <div className="filters">
          <TextField label="Find a repository of the project" value={filter} onChange={setFilter} />
          <p className="subtle" role="status">
            {`${plural(found.length, 'repository', 'repositories')} of ${repositories.length}`}
          </p>
        </div>
      )}
      <Pages key={filter} items={found} size={PAGE_SIZE} noun="repositories of the project">
        {(shown) => (
          <RepositoryTable
            rows={shown}
            route={draft.route}
            view={view}
            onEdit={setEdited}
            onRemove={(index) => {
              change(repositories.toSpliced(index, 1));
            }}
          />
        )}
      </Pages>
      {isPicking && (
        <RepositoryPicker
          taken={new Set(repositories.map(({ id }) => id.toLowerCase()))}
          onPick={(ids) => {
            change([...repositories, ...ids.map(newRepository)]);
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

const matches = ({ id, service, owner }: RepositorySettings, filter: string): boolean =>
  [id, service, owner].join(' ').toLowerCase().includes(filter.trim().toLowerCase());
