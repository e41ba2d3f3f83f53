import { useRef, useState } from 'react';
import type { CheckItemView, IssueView } from '../../../src/api/contract';
import { focusNext } from '../../shared/focus-next';
import { Moment } from '../../shared/moment';
import { plural } from '../../shared/wording';
import { useTickCheckItem } from './api';
import { OUTCOME } from './checklist-words';
import { EvidenceLine } from './evidence-links';
import { NoteForm } from './note-form';

const IN_LINE = 3;

type Props = { item: CheckItemView; view: IssueView };
type Noting = 'done' | 'failed' | null;

/** One item, what was said of it last, and what may be said now. */
export function CheckItemRow({ item, view }: Props) {
  const [noting, setNoting] = useState<Noting>(null);
  const row = useRef<HTMLLIElement>(null);
  const tick = useTickCheckItem(view);
  const say = (outcome: CheckItemView['state'], note?: string) => {
    setNoting(null);
    tick.mutate(
      { itemId: item.id, outcome, ...(note !== undefined && { note }) },
      {
        onSuccess: () => {
          focusNext(row.current);
        },
      },
    );
  };

  return (
    <li ref={row} className="step" aria-label={item.text}>
      <div className="step-words">
        <span>{item.text}</span>
        {item.links.length > 0 && (
          <p className="subtle">
            <EvidenceLine links={item.links} limit={IN_LINE} />
          </p>
        )}
        <p className="subtle" role="status">
          {tick.isPending ? 'Saving…' : <LastWord item={item} now={view.evidence.now} />}
        </p>
        {tick.isError && (
          <p className="problem" role="alert">{`The word was not kept: ${tick.error.message}`}</p>
        )}
        {noting !== null && (
          <NoteForm
            text={item.text}
            verb={noting === 'done' ? 'Tick' : 'Fail'}
            onClose={() => {
              setNoting(null);
              row.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
            }}
            onTick={(note) => {
              say(noting, note);
            }}
          />
        )}
      </div>
      <Answers
        item={item}
        noting={noting}
        isWaiting={tick.isPending}
        onSay={say}
        onNote={setNoting}
      />
    </li>
  );
}

type AnswersProps = {
  item: CheckItemView;
  noting: Noting;
  isWaiting: boolean;
  onSay: (outcome: CheckItemView['state']) => void;
  onNote: (noting: Noting) => void;
};

type Answer = { words: string; outcome: CheckItemView['state']; needsNote: boolean };

const ANSWERS: readonly Answer[] = [
  { words: 'Done', outcome: 'done', needsNote: false },
  { words: 'Done, with a note…', outcome: 'done', needsNote: true },
  { words: 'Failed…', outcome: 'failed', needsNote: true },
  { words: 'Open again', outcome: 'open', needsNote: false },
];

function Answers({ item: { state, text }, noting, isWaiting, onSay, onNote }: AnswersProps) {
  const act = ({ outcome, needsNote }: Answer) => {
    if (needsNote && outcome !== 'open') onNote(outcome);
    else onSay(outcome);
  };
  return (
    <div className="step-answers">
      {ANSWERS.filter(({ outcome }) => outcome !== state).map((answer) => (
        <button
          key={answer.words}
          type="button"
          className="text-button"
          disabled={isWaiting}
          aria-expanded={answer.needsNote ? answer.outcome === noting : undefined}
          onClick={() => {
            act(answer);
          }}
        >
          {answer.words}
          <span className="sr-only">{` ${text}`}</span>
        </button>
      ))}
    </div>
  );
}

function LastWord({
  item: { state, word, reopenedBy },
  now,
}: {
  item: CheckItemView;
  now: string;
}) {
  if (word === null) return 'open';
  return (
    <>
      {reopenedBy > 0 ? `open again: ${plural(reopenedBy, 'commit')} since it was ` : ''}
      {reopenedBy > 0 ? OUTCOME[word.outcome] : OUTCOME[state]}
      {' by '}
      <bdi>{word.by}</bdi>
      {', '}
      <Moment at={word.at} now={now} />
      {word.note !== null && (
        <>
          {': “'}
          <bdi>{word.note}</bdi>”
        </>
      )}
    </>
  );
}
