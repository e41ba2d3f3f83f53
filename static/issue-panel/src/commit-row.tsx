import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { CommitView, IssueView } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { Moment } from '../../shared/moment';
import { shortSha } from '../../shared/wording';
import { PresenceStrip } from './presence-strip';
import { Sources } from './sources';
import { checksWords } from './words';

const PresenceFacts = lazy(async () => ({
  default: (await import('./presence-facts')).PresenceFacts,
}));
const UnlinkForm = lazy(async () => ({ default: (await import('./unlink-form')).UnlinkForm }));

type Props = { commit: CommitView; repository: string; view: IssueView };

/** One commit: what, by whom, why it is here, where it is; and a way to take it out. */
export function CommitRow({ commit, repository, view }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isUnlinking, setIsUnlinking] = useState(false);
  const [openLine, setOpenLine] = useState<string | null>(null);
  const factsId = useId();

  return (
    <li className="commit">
      <CommitWords commit={commit} now={view.evidence.now} />
      <PresenceStrip
        route={view.route}
        presence={commit.presence}
        openLine={openLine}
        factsId={factsId}
        onToggle={(line) => {
          setOpenLine(openLine === line ? null : line);
        }}
      />
      <button
        ref={trigger}
        type="button"
        className="text-button commit-action"
        aria-expanded={isUnlinking}
        onClick={() => {
          setIsUnlinking(!isUnlinking);
        }}
      >
        Unlink…
        <span className="sr-only">{` ${shortSha(commit.sha)}`}</span>
      </button>
      {openLine !== null && (
        <Suspense fallback={<p className="subtle">Opening…</p>}>
          <PresenceFacts
            id={factsId}
            commit={commit}
            repository={repository}
            line={openLine}
            view={view}
          />
        </Suspense>
      )}
      {isUnlinking && (
        <Suspense fallback={<p className="subtle">Opening…</p>}>
          <UnlinkForm
            issueKey={view.key}
            repository={repository}
            commit={commit}
            onClose={() => {
              setIsUnlinking(false);
              trigger.current?.focus();
            }}
          />
        </Suspense>
      )}
    </li>
  );
}

/** A commit in words, without where it is. */
export function CommitWords({ commit, now }: { commit: CommitView; now: string }) {
  const { sha, title, author, authoredAt, url, associations, isMerge, checks } = commit;
  return (
    <div className="commit-words">
      <p>
        <ExternalLink href={url}>
          <span className="sha">{shortSha(sha)}</span>
        </ExternalLink>{' '}
        <bdi className="commit-title">{title}</bdi>
        {isMerge && <span className="mark">merge</span>}
        {associations.some(({ kind }) => kind === 'reverts') && (
          <span className="mark">revert</span>
        )}
      </p>
      <div className="subtle">
        <bdi>{author}</bdi>
        {' · '}
        <Moment at={authoredAt} now={now} />
        {checks !== 'not-read' && checks.length > 0 && ` · ${checksWords(checks)}`}
        <Sources commit={commit} />
      </div>
    </div>
  );
}
