import { toSearch } from './address';
import { useAddress } from './use-address';

const ISSUE_KEY = /^[A-Z][A-Z0-9_]*-[1-9]\d*$/;

/** An issue of this page: opens its facts here. What is hidden leads nowhere. */
export function IssueButton({ issueKey }: { issueKey: string }) {
  const [address, change] = useAddress();
  if (!ISSUE_KEY.test(issueKey)) return <span>{issueKey}</span>;
  return (
    <a
      className="issue-key"
      href={toSearch({ ...address, tab: undefined, issue: issueKey })}
      onClick={(event) => {
        event.preventDefault();
        change({ tab: undefined, issue: issueKey });
      }}
    >
      {issueKey}
    </a>
  );
}
