import { useId } from 'react';
import type { ReleaseChoice, VersionView } from '../../../src/api/contract';
import { useAddress } from './use-address';
import type { Opening } from './use-opening';

type Props = { choice: ReleaseChoice; versions: VersionView[]; more: Opening };

const dayOf = ({ releaseDate, isReleased }: VersionView): string => {
  if (releaseDate === null) return isReleased ? ', released' : '';
  return isReleased ? `, released ${releaseDate}` : `, due ${releaseDate}`;
};

/** Which version; several of them or a query are a form of their own. */
export function VersionPicker({ choice, versions, more }: Props) {
  const id = useId();
  const [, change] = useAddress();
  const { isOpen, open, close, opener } = more;
  const isOne = choice.jql === undefined && choice.also === undefined;
  const isKnown = versions.some(({ name }) => name === choice.version);

  return (
    <div className="picker">
      <label htmlFor={id} className="sr-only">
        Version
      </label>
      <select
        id={id}
        className="select version-select"
        value={isOne ? choice.version : ''}
        onChange={({ target }) => {
          const one = { version: target.value, also: undefined, jql: undefined };
          change({ ...one, issue: undefined, from: undefined, to: undefined });
        }}
      >
        {!isOne && <option value="">{manyWords(choice)}</option>}
        {isOne && !isKnown && <option value={choice.version}>{choice.version}</option>}
        {versions.map((version) => (
          <option
            key={version.id}
            value={version.name}
          >{`${version.name}${dayOf(version)}`}</option>
        ))}
      </select>
      <button
        ref={opener}
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        onClick={isOpen ? close : open}
      >
        Several…<span className="sr-only"> versions or a query</span>
      </button>
    </div>
  );
}

const manyWords = ({ jql, also = [] }: ReleaseChoice): string =>
  jql === undefined ? `${also.length + 1} versions` : 'What a query finds';
