import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReleaseView } from '../../../src/api/contract';
import { openIssue, useIssue, type Question } from '../../issue-panel/src/api';
import { IssueEvidence } from '../../issue-panel/src/issue-evidence';
import '../../issue-panel/src/panel.css';
import { Failure } from './failure';

type Props = { issueKey: string; view: ReleaseView; onClose: () => void };

/** What the panel of an issue shows, about the promotion of the release. */
export function IssueFacts({ issueKey, view: { promotion, mode }, onClose }: Props) {
  const [question, setQuestion] = useState<Question>({ ...promotion, mode });
  const answer = useIssue(issueKey, question);

  return (
    <>
      <div className="facts-bar">
        <Button spacing="compact" autoFocus onClick={onClose}>
          Back to the issues
        </Button>
        <h2 className="release-heading">
          {issueKey}
          {answer.data && <span className="facts-summary">{answer.data.summary}</span>}
        </h2>
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => {
            openIssue(issueKey);
          }}
        >
          Open in Jira
        </Button>
      </div>
      <Facts issueKey={issueKey} answer={answer} question={question} onAsk={setQuestion} />
    </>
  );
}

type FactsProps = {
  issueKey: string;
  answer: ReturnType<typeof useIssue>;
  question: Question;
  onAsk: (question: Question) => void;
};

function Facts({ issueKey, answer, question, onAsk }: FactsProps) {
  const { data, error, isFetching, isPlaceholderData } = answer;
  const tryAgain = () => void answer.refetch();
  if (data?.setup === 'no-settings') {
    return <p>{`Convoy is not set up for the project of ${issueKey}.`}</p>;
  }
  if (data) {
    return (
      <IssueEvidence
        as="div"
        view={data}
        asked={isPlaceholderData ? question : null}
        failure={error}
        onAsk={onAsk}
        onTryAgain={tryAgain}
      />
    );
  }
  if (!error) return <p role="status" className="subtle">{`Looking up ${issueKey}…`}</p>;
  return (
    <Failure
      title={`${issueKey} could not be shown`}
      message={error.message}
      isTrying={isFetching}
      onTryAgain={tryAgain}
    />
  );
}
