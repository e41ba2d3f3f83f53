import type { RepositoryRow } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { plural, repositoryPath, shortSha } from '../../shared/wording';
import { usePart } from './api';
import { IssueButton } from './issue-button';
import { Part } from './part';
import type { TabProps } from './tab-props';
import { FirstFew } from '../../issue-panel/src/first-few';

const KEYS_SHOWN = 6;

/** In which order repositories are promoted, and where each goes back to. */
export function RepositoriesTab({ view: { promotion }, choice }: TabProps) {
  return (
    <Part
      query={usePart(choice, 'repositories')}
      what="the repositories"
      none="No repository holds a change of this release."
    >
      {(rows) => (
        <div className="table-scroll" role="region" aria-label="Repositories" tabIndex={0}>
          <table className="plain-table">
            <caption>
              {`Promote from ${promotion.from} to ${promotion.to} in this order; go back in the reverse order.`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Order</th>
                <th scope="col">Repository</th>
                <th scope="col">Owner</th>
                <th scope="col">To promote</th>
                <th scope="col">Issues</th>
                <th scope="col">{`Go back to (${promotion.to})`}</th>
                <th scope="col">What going back means</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  );
}

function Row({ row }: { row: RepositoryRow }) {
  const { id, name, owner, kind, url, position, issues, toPromote, backTo, backToUrl, note } = row;
  return (
    <tr>
      <td className="number">{position ?? '–'}</td>
      <th scope="row">
        <ExternalLink href={url}>{name}</ExternalLink>
        <span className="subtle block">
          {repositoryPath(id)}
          {kind !== null && ` · ${kind}`}
        </span>
      </th>
      <td className="short">{owner ?? 'nobody named'}</td>
      <td className="short">{toPromote === 0 ? 'nothing' : plural(toPromote, 'commit')}</td>
      <td className="keys">
        <FirstFew
          items={issues}
          limit={KEYS_SHOWN}
          moreWords={({ length }) => `${length} more of ${issues.length}`}
        >
          {(shown) => shown.map((key) => <IssueButton key={key} issueKey={key} />)}
        </FirstFew>
      </td>
      <td className="short">
        {backTo === null ? (
          'unknown'
        ) : (
          <ExternalLink href={backToUrl}>
            <code>{shortSha(backTo)}</code>
          </ExternalLink>
        )}
      </td>
      <td>{note}</td>
    </tr>
  );
}
