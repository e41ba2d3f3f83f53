import { useId, useState } from 'react';
import type { CommitView } from '../../../src/api/contract';
import { shortSha } from '../../shared/wording';
import { associationWords } from './words';

/** Why a commit is here: the strongest reason in words, the others on a press. */
export function Sources({ commit }: { commit: CommitView }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const [strongest, ...others] = associationWords(commit);

  if (strongest === undefined) return null;
  return (
    <>
      {' · '}
      <bdi>{strongest}</bdi>
      {others.length > 0 && (
        <>
          {' '}
          <button
            type="button"
            className="text-button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {`+${others.length} more`}
            <span className="sr-only">{` of why ${shortSha(commit.sha)} is here`}</span>
          </button>
        </>
      )}
      {isOpen && (
        <ul id={id} className="sources" aria-label={`Why ${shortSha(commit.sha)} is here`}>
          {[strongest, ...others].map((words) => (
            <li key={words}>
              <bdi>{words}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
