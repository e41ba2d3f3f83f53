import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId, useState } from 'react';
import type { IssueView, RepositoryChanges } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { KIND } from '../../shared/repository-words';
import { repositoryPath } from '../../shared/wording';
import { changesGist } from './changes-gist';
import { CommitRow } from './commit-row';
import { RepositoryName } from './repository-name';

const SHOWN = 20;

type Props = { change: RepositoryChanges; view: IssueView };

/** The commits of one repository. */
export function ChangeGroup({ change, view }: Props) {
  const { repository, service, url } = change;
  const about = aboutWords(change);

  return (
    <div className="group">
      <h3 className="group-heading">
        <RepositoryName repository={repository} service={service} url={url} />
        {about !== '' && <span className="subtle">{` · ${about}`}</span>}
      </h3>
      <Commits change={change} view={view} />
    </div>
  );
}

/** The same, closed at first behind its gist. */
export function ClosedChangeGroup({ change, view }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { repository, service, url } = change;
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;

  return (
    <div className="group group-closed">
      <h3 className="group-heading">
        <button
          type="button"
          className="section-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <Chevron label="" size="small" />
          <strong>{service ?? repositoryPath(repository)}</strong>
          <span className="section-gist">{changesGist(change, view.route)}</span>
        </button>
      </h3>
      {isOpen && (
        <div id={id} className="group-body">
          <p className="subtle">
            <RepositoryName repository={repository} service={null} url={url} />
            {aboutWords(change) !== '' && ` · ${aboutWords(change)}`}
          </p>
          <Commits change={change} view={view} />
        </div>
      )}
    </div>
  );
}

function Commits({ change: { repository, notes, commits }, view }: Props) {
  return (
    <>
      {notes.length > 0 && (
        <ul className="group-notes" aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <PagedList items={commits} limit={SHOWN} noun="commits">
        {(shown) => (
          <ul className="commits">
            {shown.map((commit) => (
              <CommitRow key={commit.sha} commit={commit} repository={repository} view={view} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

const aboutWords = ({ owner, kind }: RepositoryChanges): string =>
  [owner, kind === null ? null : KIND[kind]].filter((part) => part !== null).join(' · ');
