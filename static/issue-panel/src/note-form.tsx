import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent } from 'react';

type Props = {
  text: string;
  verb: 'Tick' | 'Fail';
  onClose: () => void;
  onTick: (note: string) => void;
};

/** A word with the reason for it. */
export function NoteForm({ text, verb, onClose, onTick }: Props) {
  const id = useId();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    onTick(words.trim());
  };
  return (
    <form
      className="step-note"
      aria-label={`${verb} with a note: ${text}`}
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <label htmlFor={id}>Note</label>
      <Textfield
        id={id}
        value={words}
        isRequired
        autoFocus
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value);
        }}
      />
      <Button type="submit" appearance="primary">
        {verb}
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
