import { useId, useRef, useState } from 'react';
import type { IssueView, ManualStepView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { repositoryPath } from '../../shared/wording';
import { useTickManualStep } from './api';
import { EvidenceLine } from './evidence-links';
import { NoteForm } from './note-form';
import { serviceOf } from './service-of';

const IN_LINE = 3;

type Props = { step: ManualStepView; view: IssueView };

/** One step with its tick: shown at once, and taken back when it could not be kept. */
export function ManualStepRow({ step, view }: Props) {
  const id = useId();
  const note = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [isNoting, setIsNoting] = useState(false);
  const { tick, isDone, say } = useTick(step, view);

  return (
    <li className="step">
      <input
        id={id}
        type="checkbox"
        className="step-tick"
        checked={isDone}
        ref={box}
        aria-disabled={tick.isPending}
        onChange={({ target }) => {
          say(target.checked);
        }}
      />
      <div className="step-words">
        <label htmlFor={id}>{step.text}</label>
        <p className="subtle">
          <StepOrigin step={step} view={view} />
        </p>
        <p className="subtle" role="status">
          {tick.isPending ? 'Saving…' : <StepDone step={step} now={view.evidence.now} />}
        </p>
        {tick.isError && (
          <p className="problem" role="alert">
            {`The tick was not kept: ${tick.error.message}`}
          </p>
        )}
        {isNoting && (
          <NoteForm
            text={step.text}
            verb="Tick"
            onClose={() => {
              setIsNoting(false);
              note.current?.focus();
            }}
            onTick={(words) => {
              say(true, words);
              box.current?.focus();
            }}
          />
        )}
      </div>
      {!isDone && (
        <button
          ref={note}
          type="button"
          className="text-button"
          aria-expanded={isNoting}
          onClick={() => {
            setIsNoting(!isNoting);
          }}
        >
          Tick with a note…<span className="sr-only">{` ${step.text}`}</span>
        </button>
      )}
    </li>
  );
}

/** What is shown changes with the click itself; a second click waits until the first is kept. */
function useTick(step: ManualStepView, view: IssueView) {
  const tick = useTickManualStep(view);
  const [asked, setAsked] = useState<boolean | null>(null);
  const say = (done: boolean, note?: string): void => {
    if (tick.isPending) return;
    setAsked(done);
    const onSettled = () => {
      setAsked(null);
    };
    tick.mutate({ stepId: step.id, done, ...(note !== undefined && { note }) }, { onSettled });
  };
  return { tick, say, isDone: asked ?? step.done };
}

function StepOrigin({ step: { owner, repository, source, links }, view }: Props) {
  const words = [
    owner ?? 'no owner named',
    serviceOf(view, repository) ?? repositoryPath(repository),
    source === 'trailer' ? 'declared by a commit' : 'from the settings',
  ];
  return (
    <>
      {words.join(' · ')}
      {links.length > 0 && ' · '}
      <EvidenceLine links={links} limit={IN_LINE} />
    </>
  );
}

function StepDone({ step, now }: { step: ManualStepView; now: string }) {
  const { done, by, at, note, reopened } = step;
  if (done && by !== null && at !== null) {
    return <SaidBy before="done by" word={{ by, at, note }} now={now} />;
  }
  if (reopened === null) return done ? 'done' : 'not done';
  return <SaidBy before={REOPENED[reopened.kind]} word={reopened} now={now} />;
}

const REOPENED = {
  unticked: 'not done: unticked by',
  'new-commit': 'not done: a commit asks for it again since it was ticked by',
};

type SaidByProps = {
  before: string;
  word: { by: string; at: string; note: string | null };
  now: string;
};

function SaidBy({ before, word: { by, at, note }, now }: SaidByProps) {
  return (
    <>
      {before} <bdi>{by}</bdi>, <Moment at={at} now={now} />
      {note && (
        <>
          {': “'}
          <bdi>{note}</bdi>”
        </>
      )}
    </>
  );
}
