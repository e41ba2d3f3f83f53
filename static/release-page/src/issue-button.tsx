import { OF_ONE_TAB, toSearch } from './address';
import { useAddress } from './use-address';

const ISSUE_KEY = /^[A-Z][A-Z0-9_]*-[1-9]\d*$/;

/** An issue of this page: opens its facts here. What is hidden leads nowhere. */
export function IssueButton({ issueKey }: { issueKey: string }) {
  const [address, change] = useAddress();
  if (!ISSUE_KEY.test(issueKey)) return <span>{issueKey}</span>;
  const opened = { ...OF_ONE_TAB, tab: undefined, issue: issueKey };
  return (
    <a
      className="issue-key"
      href={toSearch({ ...address, ...opened })}
      onClick={(event) => {
        event.preventDefault();
        change(opened);
      }}
    >
      {issueKey}
    </a>
  );
}
