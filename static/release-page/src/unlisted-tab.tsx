import type { UnlistedRow } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { plural } from '../../shared/wording';
import { usePart } from './api';
import { IssueButton } from './issue-button';
import { Part } from './part';
import type { TabProps } from './tab-props';

/** What is on the branch and would travel along, though it is not in the release. */
export function UnlistedTab({ view: { promotion }, choice }: TabProps) {
  return (
    <Part
      query={usePart(choice, 'unlisted')}
      what="the unlisted changes"
      none={`Every change on ${promotion.from} that is not on ${promotion.to} belongs to this release.`}
    >
      {(rows) => (
        <div className="table-scroll" role="region" aria-label="Unlisted changes" tabIndex={0}>
          <table className="plain-table">
            <caption>
              {`On ${promotion.from} and not on ${promotion.to}, and of no issue of this release: it travels along.`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Issue</th>
                <th scope="col">Repository</th>
                <th scope="col">Commits</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.key ?? ''} ${row.repository}`} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  );
}

function Row({ row: { key, name, commits } }: { row: UnlistedRow }) {
  return (
    <tr>
      <th scope="row">{key === null ? 'no issue' : <IssueButton issueKey={key} />}</th>
      <td>{name}</td>
      <td className="keys">
        <span>{plural(commits.length, 'commit')}</span>
        {commits.map(({ text, url }) => (
          <ExternalLink key={text} href={url}>
            <code>{text}</code>
          </ExternalLink>
        ))}
      </td>
    </tr>
  );
}
