import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CheckItem, ReleaseChoice } from '../../../src/api/contract';
import { focusNext } from '../../shared/focus-next';
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
  const place = useRef<HTMLDivElement>(null);
  const tick = useAct(choice, 'tick');
  const closeForm = () => {
    flushSync(() => {
      setAsks(null);
    });
  };
  const say = (outcome: CheckItem['state'], words = '') => {
    const note = words === '' ? {} : { note: words };
    tick.mutate(
      { itemId, outcome, ...note },
      {
        onSuccess: () => {
          closeForm();
          focusNext(place.current?.closest('li') ?? null);
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
          closeForm();
          place.current?.querySelector<HTMLElement>(`[data-asks=${asks}]`)?.focus();
        }}
      />
    );
  }
  return (
    <div ref={place} className="item-acts">
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

type ChoiceView = { words: string; asks?: 'done' | 'failed'; run: () => void };

function Choices({ text, state, isBusy, onSay, onAsk }: ChoicesProps) {
  const say = (words: string, outcome: 'done' | 'open'): ChoiceView => ({
    words,
    run: () => {
      onSay(outcome);
    },
  });
  const ask = (words: string, asks: 'done' | 'failed'): ChoiceView => ({
    words,
    asks,
    run: () => {
      onAsk(asks);
    },
  });
  const choices =
    state === 'open'
      ? [say('Done', 'done'), ask('Done, with a note…', 'done'), ask('Failed…', 'failed')]
      : [say('Open again', 'open')];
  return choices.map(({ words, asks, run }) => (
    <button
      key={words}
      type="button"
      className="text-button"
      data-asks={asks}
      disabled={isBusy}
      onClick={run}
    >
      {words}
      <span className="sr-only">{`: ${text}`}</span>
    </button>
  ));
}
