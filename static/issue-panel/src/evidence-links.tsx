import { Fragment } from 'react';
import type { LinkView } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { IssueLink } from './issue-link';

const ISSUE_KEY = /^[A-Z][A-Z0-9]*-[1-9]\d*$/;

/** A commit, a check, an issue: a link where there is an address. */
export function EvidenceLink({ link: { text, url } }: { link: LinkView }) {
  if (url === null && ISSUE_KEY.test(text)) return <IssueLink issueKey={text} />;
  return (
    <ExternalLink href={url}>
      <bdi>{text}</bdi>
    </ExternalLink>
  );
}

/** The first of them in one line; how many others there are. */
export function EvidenceLine({ links, limit }: { links: readonly LinkView[]; limit: number }) {
  const others = links.length - limit;
  return (
    <span className="evidence-line">
      {links.slice(0, limit).map((link, index) => (
        <Fragment key={keyOf(link)}>
          {index > 0 && ' · '}
          <EvidenceLink link={link} />
        </Fragment>
      ))}
      {others > 0 && <span className="evidence-more">{` · and ${others} more`}</span>}
    </span>
  );
}

/** Whether there is a place to go to behind it. */
export const leadsSomewhere = ({ text, url }: LinkView): boolean =>
  url !== null || ISSUE_KEY.test(text);

export const keyOf = ({ text, url }: LinkView): string => `${text} ${url ?? ''}`;
