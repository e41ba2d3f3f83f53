import { useId } from 'react';
import type { CheckItem, ReleaseChoice } from '../../../src/api/contract';
import { EvidenceLine } from '../../issue-panel/src/evidence-links';
import { Moment } from '../../shared/moment';
import { PagedList } from '../../shared/paged-list';
import { plural, shortSha } from '../../shared/wording';
import { usePart } from './api';
import { IssueButton } from './issue-button';
import { ItemActs } from './item-acts';
import { ItemMark } from './item-mark';
import { Part } from './part';
import type { TabProps } from './tab-props';
import { useAddress } from './use-address';

const AUDIENCES = [
  { audience: 'qa', words: 'QA' },
  { audience: 'client', words: 'Client' },
  { audience: 'releaseManager', words: 'Release manager' },
] as const;
type Audience = (typeof AUDIENCES)[number]['audience'];

const SHOWN = 60;
const LINKS_IN_LINE = 2;

/** What testers, clients and the release manager look at; one list at a time. */
export function ChecklistsTab({ view, choice }: TabProps) {
  const name = useId();
  const [{ list }, change] = useAddress();
  const audience = AUDIENCES.find((one) => one.audience === list)?.audience ?? 'qa';

  return (
    <>
      <fieldset className="modes">
        <legend className="sr-only">Whose checklist</legend>
        {AUDIENCES.map((one) => {
          const { done, failed, of } = view.counts.checklists[one.audience];
          return (
            <label key={one.audience} className="mode-choice">
              <input
                type="radio"
                name={name}
                checked={one.audience === audience}
                onChange={() => {
                  change({ list: one.audience === 'qa' ? undefined : one.audience }, 'replace');
                }}
              />
              {`${one.words} ${done} of ${of}${failed > 0 ? `, ${failed} failed` : ''}`}
            </label>
          );
        })}
      </fieldset>
      <Checklist
        key={audience}
        query={usePart(choice, audience)}
        now={view.evidence.now}
        choice={choice}
      />
    </>
  );
}

type ListProps = {
  query: ReturnType<typeof usePart<Audience>>;
  now: string;
  choice: ReleaseChoice;
};

function Checklist({ query, now, choice }: ListProps) {
  return (
    <Part query={query} what="the checklist" none="Nothing to look at.">
      {(items) => (
        <PagedList items={unfinishedFirst(items)} limit={SHOWN} noun="items">
          {(shown) => (
            <ul className="item-list">
              {shown.map((item) => (
                <Item
                  key={`${item.issueKey ?? ''} ${item.id}`}
                  item={item}
                  now={now}
                  choice={choice}
                />
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </Part>
  );
}

const RANK: Record<CheckItem['state'], number> = { failed: 0, open: 1, done: 2 };

const unfinishedFirst = (items: readonly CheckItem[]): CheckItem[] =>
  items.toSorted((a, b) => RANK[a.state] - RANK[b.state]);

type ItemProps = { item: CheckItem; now: string; choice: ReleaseChoice };

function Item({ item, now, choice }: ItemProps) {
  const { state, text, owner, issueKey, links, word, reopenedBy } = item;
  return (
    <li className="item">
      <ItemMark state={state} />
      <div className="item-words">
        <p>
          {issueKey !== null && <IssueButton issueKey={issueKey} />} {text}{' '}
          {owner !== null && <span className="next-owner">{owner}</span>}
        </p>
        {links.length > 0 && (
          <p className="subtle">
            <EvidenceLine links={links} limit={LINKS_IN_LINE} />
          </p>
        )}
        {word && (
          <p className="subtle">
            {`${word.outcome} by ${word.by}, `}
            <Moment at={word.at} now={now} />
            {word.note !== null && `: “${word.note}”`}
          </p>
        )}
        {reopenedBy.length > 0 && (
          <p className="reopened">
            {`Open again: ${plural(reopenedBy.length, 'new commit')} (${reopenedBy.map(shortSha).join(', ')})`}
          </p>
        )}
        <ItemActs choice={choice} itemId={item.id} text={text} state={state} />
      </div>
    </li>
  );
}
