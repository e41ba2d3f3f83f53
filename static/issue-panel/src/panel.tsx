import { useState } from 'react';
import { useIssue, useKnownIssue, usePlace, type Question } from './api';
import { Failure } from './failure';
import { IssueEvidence } from './issue-evidence';
import './panel.css';
import { Waiting } from './waiting';

/** The issue panel: waiting, failed, or all evidence of the issue that it is open on. */
export function Panel() {
  const { data: place, error, isFetching, refetch } = usePlace();

  if (place) return <Issue issueKey={place.issueKey} />;
  if (error) {
    return (
      <Failure message={error.message} isTrying={isFetching} onTryAgain={() => void refetch()} />
    );
  }
  return <Waiting />;
}

function Issue({ issueKey }: { issueKey: string }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useIssue(issueKey, question);
  const known = useKnownIssue(issueKey);
  const view = answer.data ?? known;

  if (view) {
    return (
      <IssueEvidence
        view={view}
        asked={answer.isPlaceholderData ? question : null}
        failure={answer.error}
        onAsk={setQuestion}
        onTryAgain={() => void answer.refetch()}
      />
    );
  }
  if (answer.error) {
    return (
      <Failure
        message={answer.error.message}
        isTrying={answer.isFetching}
        onTryAgain={() => void answer.refetch()}
      />
    );
  }
  return <Waiting />;
}
