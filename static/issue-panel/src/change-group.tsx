import type { IssueView, RepositoryChanges } from '../../../src/api/contract';
import { KIND } from '../../shared/repository-words';
import { CommitRow } from './commit-row';
import { RepositoryName } from './repository-name';

type Props = { change: RepositoryChanges; view: IssueView };

/** The commits of one repository. */
export function ChangeGroup({ change, view }: Props) {
  const { repository, service, url, owner, kind, notes, commits } = change;
  const about = [owner, kind === null ? null : KIND[kind]].filter((part) => part !== null);

  return (
    <div className="group">
      <h3 className="group-heading">
        <RepositoryName repository={repository} service={service} url={url} />
        {about.length > 0 && <span className="subtle">{` · ${about.join(' · ')}`}</span>}
      </h3>
      {notes.map((note) => (
        <p key={note} className="group-note">
          {note}
        </p>
      ))}
      <ul className="commits">
        {commits.map((commit) => (
          <CommitRow key={commit.sha} commit={commit} repository={repository} view={view} />
        ))}
      </ul>
    </div>
  );
}
