import type { CommitView, IssueView, LineCell } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { repositoryPath, shortSha } from '../../shared/wording';
import { presenceOn, presenceSentence, siblingUrl } from './presence-words';

type Props = { id: string; commit: CommitView; repository: string; line: string; view: IssueView };

/** Why one commit is, or is not, on one line: the proof in plain words, and the commit that proves it. */
export function PresenceFacts({ id, commit, repository, line, view }: Props) {
  const presence = presenceOn(commit.presence, line);
  const change = view.changes.find((candidate) => candidate.repository === repository);
  const cell = change?.cells.find((candidate) => candidate.line === line);
  const branch = cell?.branch ?? line;

  return (
    <div
      id={id}
      className="proof"
      role="group"
      aria-label={`Proof of ${shortSha(commit.sha)} on ${line}`}
    >
      <p>
        <strong>{`${line}: ${presence.state}`}</strong>
        {presence.by !== null && <span className="subtle">{` · proof: ${presence.by}`}</span>}
      </p>
      <ProvingCommit sha={presence.as} commit={commit} siblings={change?.commits ?? []} />
      {presence.state === 'unknown' ? (
        <Unread repository={repository} cell={cell} view={view} />
      ) : (
        <p>{presenceSentence(presence, branch)}</p>
      )}
    </div>
  );
}

type ProvingProps = { sha: string | null; commit: CommitView; siblings: CommitView[] };

function ProvingCommit({ sha, commit, siblings }: ProvingProps) {
  if (sha === null) return null;
  const known = siblings.find((sibling) => sibling.sha === sha);
  return (
    <p>
      {'That commit: '}
      <ExternalLink href={known?.url ?? siblingUrl(commit, sha)}>
        <span className="sha">{shortSha(sha)}</span>
      </ExternalLink>{' '}
      <bdi>{known?.title}</bdi>
    </p>
  );
}

type UnreadProps = { repository: string; cell: LineCell | undefined; view: IssueView };

/** Unknown, because something could not be read: what. */
function Unread({ repository, cell, view }: UnreadProps) {
  const gaps = view.evidence.gaps.filter((gap) => gap.repository === repository);
  return (
    <>
      <p>{unreadSentence(repository, cell)}</p>
      {gaps.length > 0 && (
        <ul className="facts-list" aria-label="What could not be read">
          {gaps.map(({ what, why }) => (
            <li key={`${what} ${why}`}>
              {`${what}: `}
              <span className="subtle">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function unreadSentence(repository: string, cell: LineCell | undefined): string {
  const path = repositoryPath(repository);
  if (!cell) return `${path} does not have this line, or nothing was read of it.`;
  const { branch, branchState } = cell;
  if (branchState === 'missing') return `${path} has no branch ${branch}, so nobody can tell.`;
  if (branchState === 'unknown') return `The branch ${branch} of ${path} could not be read.`;
  return `Nobody can tell: the change of this commit, or of commits on ${branch}, could not be read to the end. It counts neither as there nor as absent.`;
}
