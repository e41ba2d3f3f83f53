import { useIssue, usePlace } from './api';
import { Failure } from './failure';
import { IssueEvidence } from './issue-evidence';
import './panel.css';
import { Waiting } from './waiting';

/** The issue panel: waiting, failed, or all evidence of the issue that it is open on. */
export function Panel() {
  const { data: place, error, isFetching, refetch } = usePlace();

  if (place) return <Issue {...place} />;
  if (error) {
    return (
      <Failure message={error.message} isTrying={isFetching} onTryAgain={() => void refetch()} />
    );
  }
  return <Waiting />;
}

function Issue({ issueKey, siteUrl }: { issueKey: string; siteUrl: string }) {
  const { data: view, error, isFetching, refetch } = useIssue(issueKey);

  if (view) return <IssueEvidence view={view} siteUrl={siteUrl} failure={error} />;
  if (error) {
    return (
      <Failure message={error.message} isTrying={isFetching} onTryAgain={() => void refetch()} />
    );
  }
  return <Waiting />;
}
