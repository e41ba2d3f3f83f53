import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { useState } from 'react';
import type { HostRepositoryView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useHostRepositories } from './api';
import { Failed, Loaded } from './loaded';
import { Pages } from './pages';
import { TextField } from './text-field';

const PAGE_SIZE = 20;

type Selection = {
  taken: ReadonlySet<string>;
  picked: ReadonlySet<string>;
  onPicked: (picked: ReadonlySet<string>) => void;
};

/** What one connection sees: it can be searched while more comes in. */
export function HostRepositories({
  connectionId,
  ...selection
}: Selection & { connectionId: string }) {
  const repositories = useHostRepositories(connectionId);

  return (
    <>
      {repositories.data && repositories.error && (
        <Failed query={repositories} what="all of its repositories" />
      )}
      <Loaded query={repositories} what="its repositories">
        {(all) =>
          all.length === 0 && repositories.isSuccess && !repositories.isFetching ? (
            <NoneSeen />
          ) : (
            <Found repositories={all} isFetching={repositories.isFetching} {...selection} />
          )
        }
      </Loaded>
    </>
  );
}

function NoneSeen() {
  return (
    <p className="empty">
      <strong>This connection sees no repository.</strong> Test it under Connections: the token or
      the app may not have been given any.
    </p>
  );
}

type FoundProps = Selection & {
  repositories: HostRepositoryView[];
  isFetching: boolean;
};

function Found({ repositories, isFetching, taken, picked, onPicked }: FoundProps) {
  const [filter, setFilter] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const found = repositories.filter(
    ({ path, isArchived }) => hasWords(path, filter) && (withArchived || !isArchived),
  );
  const free = found.filter(({ id }) => !taken.has(id.toLowerCase()));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPicked(next);
  };

  return (
    <>
      <div className="filters">
        <TextField label="Find by name" value={filter} onChange={setFilter} />
        <Checkbox
          label="Archived ones too"
          isChecked={withArchived}
          onChange={() => {
            setWithArchived(!withArchived);
          }}
        />
      </div>
      <div className="card-head">
        <p className="subtle" role="status">
          {`${found.length} of ${plural(repositories.length, 'repository', 'repositories')}`}
          {isFetching && ', more are coming'}
          {picked.size > 0 && `, ${picked.size} chosen`}
        </p>
        <div className="actions">
          {free.length > 0 && filter !== '' && (
            <Button
              spacing="compact"
              onClick={() => {
                onPicked(new Set([...picked, ...free.map(({ id }) => id)]));
              }}
            >{`Choose all ${free.length} found`}</Button>
          )}
          {picked.size > 0 && (
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => {
                onPicked(new Set());
              }}
            >
              Choose none
            </Button>
          )}
        </div>
      </div>
      <Pages key={`${filter} ${withArchived}`} items={found} size={PAGE_SIZE} noun="repositories">
        {(shown) => (
          <ul className="rows">
            {shown.map((repository) => (
              <PickRow
                key={repository.id}
                repository={repository}
                isTaken={taken.has(repository.id.toLowerCase())}
                isPicked={picked.has(repository.id)}
                onToggle={() => {
                  toggle(repository.id);
                }}
              />
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}

type PickProps = {
  repository: HostRepositoryView;
  isTaken: boolean;
  isPicked: boolean;
  onToggle: () => void;
};

function PickRow({ repository, isTaken, isPicked, onToggle }: PickProps) {
  const { path, defaultBranch, isArchived } = repository;
  return (
    <li className="pick">
      <Checkbox
        label={path}
        isChecked={isPicked || isTaken}
        isDisabled={isTaken}
        onChange={onToggle}
      />
      <span className="subtle">
        {isTaken ? 'in the project' : defaultBranch}
        {isArchived && ' · archived'}
      </span>
    </li>
  );
}

/** Every word somewhere in the path: `pay api` finds `acme/payments-api`. */
function hasWords(path: string, filter: string): boolean {
  const text = path.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
