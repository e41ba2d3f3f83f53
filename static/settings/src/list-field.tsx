import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState, type ReactNode } from 'react';
import { Field } from './field';

type Props = {
  label: string;
  of?: string;
  help?: ReactNode;
  place?: string;
  items: readonly string[];
  /** `line` where the items themselves may hold a comma. */
  separator?: 'comma' | 'line';
  onChange: (items: string[]) => void;
};

const SIGN = { comma: ',', line: '\n' };
const JOINED = { comma: ', ', line: '\n' };

/** Several short texts in one field; what is typed stays as it is typed. */
export function ListField({ items, separator = 'comma', onChange, ...field }: Props) {
  const [text, setText] = useState(items.join(JOINED[separator]));
  const change = (typed: string) => {
    setText(typed);
    onChange(
      typed
        .split(SIGN[separator])
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    );
  };

  return (
    <Field {...field}>
      {(attributes) =>
        separator === 'comma' ? (
          <Textfield
            {...attributes}
            value={text}
            onChange={({ currentTarget }) => {
              change(currentTarget.value);
            }}
          />
        ) : (
          <TextArea
            {...attributes}
            value={text}
            minimumRows={3}
            onChange={({ currentTarget }) => {
              change(currentTarget.value);
            }}
          />
        )
      }
    </Field>
  );
}
