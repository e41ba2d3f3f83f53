import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import { Field } from './field';

type Props = {
  label: string;
  of?: string;
  help?: ReactNode;
  place?: string;
  value: string;
  type?: 'text' | 'password' | 'date' | 'number';
  placeholder?: string;
  isMonospaced?: boolean;
  /** The id of a `datalist` with what may be meant. */
  list?: string;
  autoFocus?: boolean;
  onChange: (text: string) => void;
};

/** One line of text with its label. */
export function TextField(props: Props) {
  const { label, of, help, place, onChange, ...input } = props;
  return (
    <Field label={label} {...(of && { of })} {...(place && { place })} help={help}>
      {(attributes) => (
        <Textfield
          {...attributes}
          {...input}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
