import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type ReactNode } from 'react';

type Props = {
  /** What the form does: `Waive Checks`. */
  title: string;
  /** The question above the words: `Why may it ship all the same?` */
  question: string;
  isRequired: boolean;
  /** The most characters that are taken. */
  longest?: number;
  actions: { words: string; appearance?: 'primary' | 'danger'; run: (words: string) => void }[];
  isPending: boolean;
  failure: string | null;
  onClose: () => void;
  children?: ReactNode;
};

/** One question, and what may be done with the answer. Enter does the first, Escape none. */
export function ActForm({
  title,
  question,
  isRequired,
  longest = 500,
  actions,
  isPending,
  failure,
  onClose,
  children,
}: Props) {
  const id = useId();
  const [words, setWords] = useState('');
  const isReady = !isRequired || words.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) actions[0]?.run(words.trim());
  };

  return (
    <form
      className="act-form"
      aria-label={title}
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div className="act-field">
        <label htmlFor={id}>{question}</label>
        <Textfield
          id={id}
          isCompact
          autoFocus
          isRequired={isRequired}
          maxLength={longest}
          value={words}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value);
          }}
        />
      </div>
      {children}
      {actions.map(({ words: label, appearance, run }, index) => (
        <Button
          key={label}
          type={index === 0 ? 'submit' : 'button'}
          spacing="compact"
          appearance={appearance ?? 'default'}
          isDisabled={isPending || !isReady}
          onClick={() => {
            if (index > 0) run(words.trim());
          }}
        >
          {isPending ? 'Saving…' : label}
        </Button>
      ))}
      <Button spacing="compact" appearance="subtle" onClick={onClose}>
        Cancel
      </Button>
      {failure !== null && (
        <p className="act-failure" role="alert">
          {failure}
        </p>
      )}
    </form>
  );
}
