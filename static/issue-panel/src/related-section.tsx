import Lozenge from '@atlaskit/lozenge';
import type { MouseEvent } from 'react';
import type { IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { openIssue } from './api';
import { STATUS_CATEGORY } from './words';

const SHOWN = 20;

type Props = { view: IssueView; siteUrl: string };

/** The issues that this one is linked to in Jira, with how. */
export function RelatedSection({ view, siteUrl }: Props) {
  return (
    <PagedList items={view.related} limit={SHOWN} noun="related issues">
      {(shown) => (
        <ul className="rows">
          {shown.map(({ key, summary, status, statusCategory, relation }) => (
            <li key={`${relation} ${key}`} className="row">
              <span className="row-state subtle">{relation}</span>
              <p className="row-words">
                <IssueLink issueKey={key} siteUrl={siteUrl} /> <bdi>{summary}</bdi>
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

function IssueLink({ issueKey, siteUrl }: { issueKey: string; siteUrl: string }) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openIssue(issueKey);
  };
  return (
    <a href={`${siteUrl}/browse/${issueKey}`} target="_blank" rel="noreferrer" onClick={open}>
      {issueKey}
    </a>
  );
}
