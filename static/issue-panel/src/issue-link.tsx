import type { MouseEvent } from 'react';
import { openIssue, usePlace } from './api';

/** An issue of this site: opens in the same tab, or in a new one as the browser is asked to. */
export function IssueLink({ issueKey }: { issueKey: string }) {
  const { data: place } = usePlace();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openIssue(issueKey);
  };
  return (
    <a
      href={`${place?.siteUrl ?? ''}/browse/${issueKey}`}
      target="_blank"
      rel="noreferrer"
      onClick={open}
    >
      {issueKey}
    </a>
  );
}
