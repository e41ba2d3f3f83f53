import type { MouseEvent } from 'react';
import { openIssue, useSiteUrl } from './api';

/** An issue of this site: opens in the same tab, or in a new one as the browser is asked to. */
export function IssueLink({ issueKey }: { issueKey: string }) {
  const siteUrl = useSiteUrl();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openIssue(issueKey);
  };
  return (
    <a href={`${siteUrl ?? ''}/browse/${issueKey}`} target="_blank" rel="noreferrer" onClick={open}>
      {issueKey}
    </a>
  );
}
