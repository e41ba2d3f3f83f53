import Lozenge from '@atlaskit/lozenge';
import type { IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { IssueLink } from './issue-link';
import { STATUS_CATEGORY } from './words';

const SHOWN = 20;

/** The issues that this one is linked to in Jira, with how. */
export function RelatedSection({ view }: { view: IssueView }) {
  return (
    <PagedList items={view.related} limit={SHOWN} noun="related issues">
      {(shown) => (
        <ul className="rows">
          {shown.map(({ key, summary, status, statusCategory, relation }) => (
            <li key={`${relation} ${key}`} className="row">
              <span className="row-state subtle">{relation}</span>
              <p className="row-words">
                <IssueLink issueKey={key} /> <bdi>{summary}</bdi>
              </p>
              <span className="row-aside">
                <Lozenge appearance={STATUS_CATEGORY[statusCategory]}>{status}</Lozenge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
