import type { CommitView, EnvironmentView, LineCell } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { shortSha } from '../../shared/wording';
import { newestDeploymentWords } from './environment-words';
import { partition } from './partition';
import { presenceOn, presenceWord } from './presence-words';

const SHOWN = 8;

type Props = {
  name: string;
  cell: LineCell;
  commits: CommitView[];
  basis: string | null;
  now: string;
  onClose: () => void;
};

/** All that is known of one repository on one line. */
export function CellFacts({ name, cell, commits, basis, now, onClose }: Props) {
  const { arrived, missing, unknown } = partition(commits, cell.line);

  return (
    <div className="facts" role="group" aria-label={`Facts of ${name} on ${cell.line}`}>
      <div className="facts-head">
        <h2 className="facts-title">{`${name} on ${cell.line}`}</h2>
        <BranchWords cell={cell} />
        {basis !== null && <span className="subtle">{`Basis: ${basis}`}</span>}
        <button type="button" className="text-button" onClick={onClose}>
          Close
        </button>
      </div>
      <div className="facts-columns">
        <Commits title="In the branch" commits={arrived} line={cell.line} />
        <Commits title="Not in the branch" commits={missing} line={cell.line} />
        <Commits title="Unknown" commits={unknown} line={cell.line} />
        <Environments cell={cell} now={now} />
      </div>
    </div>
  );
}

function BranchWords({ cell: { branch, branchState } }: { cell: LineCell }) {
  const words = {
    read: 'branch',
    missing: 'has no branch',
    unknown: 'could not be read: branch',
  }[branchState];
  return (
    <span className="subtle">
      {`${words} `}
      <code>{branch}</code>
    </span>
  );
}

type CommitsProps = { title: string; commits: CommitView[]; line: string };

function Commits({ title, commits, line }: CommitsProps) {
  if (commits.length === 0) return null;
  return (
    <div>
      <h3 className="facts-heading">{`${title} (${commits.length})`}</h3>
      <PagedList items={commits} limit={SHOWN} noun="commits">
        {(shown) => (
          <ul>
            {shown.map(({ sha, url, title: commitTitle, presence }) => (
              <li key={sha} className="facts-commit">
                <ExternalLink href={url}>
                  <span className="sha">{shortSha(sha)}</span>
                </ExternalLink>{' '}
                <bdi>{commitTitle}</bdi>{' '}
                <span className="subtle">{presenceWord(presenceOn(presence, line))}</span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

function Environments({ cell, now }: { cell: LineCell; now: string }) {
  if (cell.environments.length === 0) {
    return <p className="subtle">No environment belongs to this line.</p>;
  }
  return (
    <div>
      <h3 className="facts-heading">Environments</h3>
      <ul>
        {cell.environments.map((environment) => (
          <Environment key={environment.name} environment={environment} of={cell.of} now={now} />
        ))}
      </ul>
    </div>
  );
}

type EnvironmentProps = { environment: EnvironmentView; of: number; now: string };

function Environment({ environment, of, now }: EnvironmentProps) {
  const { name, deployed, at, sha, url, attempted } = environment;
  return (
    <li className="facts-environment">
      <strong>{name}</strong>
      {deployed === null ? ' unknown what it runs' : ` runs ${deployed} of ${of}`}
      <Deployed sha={sha} url={url} at={at} now={now} />
      {attempted && <Attempt attempted={attempted} of={of} now={now} />}
    </li>
  );
}

type AttemptProps = {
  attempted: NonNullable<EnvironmentView['attempted']>;
  of: number;
  now: string;
};

function Attempt({ attempted, of, now }: AttemptProps) {
  const { newest, brings } = newestDeploymentWords(attempted, of);
  return (
    <p className={attempted.state === 'failed' ? 'problem' : 'subtle'}>
      {newest}
      <Deployed sha={attempted.sha} url={attempted.url} at={attempted.at} now={now} />
      {brings !== null && ` · ${brings}`}
    </p>
  );
}

type DeployedProps = { sha: string | null; url: string | null; at: string | null; now: string };

function Deployed({ sha, url, at, now }: DeployedProps) {
  return (
    <>
      {sha !== null && (
        <>
          {' · '}
          <ExternalLink href={url}>
            <span className="sha">{shortSha(sha)}</span>
          </ExternalLink>
        </>
      )}
      {at !== null && (
        <>
          {' · '}
          <Moment at={at} now={now} />
        </>
      )}
    </>
  );
}
