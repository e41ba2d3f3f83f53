import { useState } from 'react';
import type { CheckItem, ReleaseChoice } from '../../../src/api/contract';
import { ActForm } from './act-form';
import { useAct } from './api';

type Props = {
  choice: ReleaseChoice;
  itemId: string;
  /** What the item says, for those who do not see where the buttons stand. */
  text: string;
  state: CheckItem['state'];
};

const ASKED = {
  done: { question: 'Note', button: { words: 'Done', appearance: 'primary' } },
  failed: {
    question: 'What is wrong? A failed item rejects its issue.',
    button: { words: 'It failed', appearance: 'danger' },
  },
} as const;

/** Says that an item is done, that it failed, or that it is open after all. */
export function ItemActs({ choice, itemId, text, state }: Props) {
  const [asks, setAsks] = useState<'done' | 'failed' | null>(null);
  const tick = useAct(choice, 'tick');
  const say = (outcome: CheckItem['state'], words = '') => {
    const note = words === '' ? {} : { note: words };
    tick.mutate(
      { itemId, outcome, ...note },
      {
        onSuccess: () => {
          setAsks(null);
        },
      },
    );
  };

  if (asks !== null) {
    return (
      <ActForm
        title={text}
        question={ASKED[asks].question}
        isRequired={asks === 'failed'}
        isPending={tick.isPending}
        failure={tick.error?.message ?? null}
        actions={[
          {
            ...ASKED[asks].button,
            run: (words) => {
              say(asks, words);
            },
          },
        ]}
        onClose={() => {
          setAsks(null);
        }}
      />
    );
  }
  return (
    <div className="item-acts">
      <Choices text={text} state={state} isBusy={tick.isPending} onSay={say} onAsk={setAsks} />
      {tick.error && (
        <p className="act-failure" role="alert">{`Not kept: ${tick.error.message}`}</p>
      )}
    </div>
  );
}

type ChoicesProps = Pick<Props, 'text' | 'state'> & {
  isBusy: boolean;
  onSay: (outcome: 'done' | 'open') => void;
  onAsk: (about: 'done' | 'failed') => void;
};

function Choices({ text, state, isBusy, onSay, onAsk }: ChoicesProps) {
  const choices =
    state === 'open'
      ? [
          {
            words: 'Done',
            run: () => {
              onSay('done');
            },
          },
          {
            words: 'Done, with a note…',
            run: () => {
              onAsk('done');
            },
          },
          {
            words: 'Failed…',
            run: () => {
              onAsk('failed');
            },
          },
        ]
      : [
          {
            words: 'Open again',
            run: () => {
              onSay('open');
            },
          },
        ];
  return choices.map(({ words, run }) => (
    <Choice key={words} words={words} about={text} isBusy={isBusy} onChoose={run} />
  ));
}

type ChoiceProps = { words: string; about: string; isBusy: boolean; onChoose: () => void };

function Choice({ words, about, isBusy, onChoose }: ChoiceProps) {
  return (
    <button type="button" className="text-button" disabled={isBusy} onClick={onChoose}>
      {words}
      <span className="sr-only">{`: ${about}`}</span>
    </button>
  );
}
