import type { Manifest, ManifestIssue, ReleaseView } from '../../../src/api/contract';
import { LevelBadge } from '../../issue-panel/src/level';
import { PagedList } from '../../shared/paged-list';
import { exactTime } from '../../shared/wording';
import { IssueButton } from './issue-button';

const SHOWN = 50;

type Props = { manifest: Manifest; gates: ReleaseView['gates'] };

/** What a snapshot holds, for people: gates, sign-offs, what could not be read, issues. */
export function SnapshotContent({ manifest, gates }: Props) {
  return (
    <>
      <div className="columns">
        <GatesThen manifest={manifest} gates={gates} />
        <div>
          <SignOffsThen manifest={manifest} />
          <GapsThen manifest={manifest} />
        </div>
      </div>
      <IssuesThen manifest={manifest} />
    </>
  );
}

function GatesThen({ manifest, gates }: Props) {
  const nameOf = new Map<string, string>(gates.map(({ id, name }) => [id, name]));
  return (
    <table className="plain-table">
      <caption>Gates then</caption>
      <thead>
        <tr>
          <th scope="col">Gate</th>
          <th scope="col">Status</th>
          <th scope="col">What it said</th>
        </tr>
      </thead>
      <tbody>
        {manifest.gates.map(({ id, status, required, summary, waiver }) => (
          <tr key={id}>
            <th scope="row" className="short">
              {nameOf.get(id) ?? id}
            </th>
            <td className="short">{required ? status : `${status} (signal)`}</td>
            <td>
              {summary}
              {waiver && ` ${waiver.by}: “${waiver.reason}”`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SignOffsThen({ manifest: { signOffs } }: Pick<Props, 'manifest'>) {
  return (
    <>
      <h3 className="release-heading">Sign-offs then</h3>
      {signOffs.length === 0 && <p className="subtle">Nobody had signed off.</p>}
      <ul className="owner-list">
        {signOffs.map(({ role, by, at, decision, status, note }) => (
          <li key={`${role} ${at}`}>
            <strong>{role}</strong> {`${decision} by ${by}, ${exactTime(at)} (${status})`}
            {note !== null && `: “${note}”`}
          </li>
        ))}
      </ul>
    </>
  );
}

function GapsThen({ manifest: { evidence } }: Pick<Props, 'manifest'>) {
  const gaps = [
    ...evidence.unreadable.map(({ key, why }) => `${key}: ${why}`),
    ...evidence.gaps.map(({ repository, what, why }) => `${repository}: ${what}. ${why}`),
  ];
  if (gaps.length === 0) return null;
  return (
    <>
      <h3 className="release-heading">What could not be read then</h3>
      <ul className="owner-list">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </>
  );
}

function IssuesThen({ manifest: { issues } }: Pick<Props, 'manifest'>) {
  if (issues.length === 0) return <p className="subtle">No issue was in the release.</p>;
  return (
    <PagedList items={issues} limit={SHOWN} noun="issues">
      {(shown) => (
        <div className="table-scroll" role="region" aria-label="Issues then" tabIndex={0}>
          <table className="plain-table">
            <caption>Issues then</caption>
            <thead>
              <tr>
                <th scope="col">Issue</th>
                <th scope="col">Summary</th>
                <th scope="col">Status</th>
                <th scope="col">Verdict</th>
                <th scope="col">Lines</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((issue) => (
                <IssueThen key={issue.key} issue={issue} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PagedList>
  );
}

const IssueThen = ({ issue }: { issue: ManifestIssue }) => (
  <tr>
    <th scope="row" className="short">
      <IssueButton issueKey={issue.key} />
    </th>
    <td>
      <bdi>{issue.summary}</bdi>
    </td>
    <td className="short">{issue.status}</td>
    <td className="short">
      <LevelBadge level={issue.verdict} />
    </td>
    <td>{issue.lines.map(({ name, state }) => `${name}: ${state}`).join(', ')}</td>
  </tr>
);
