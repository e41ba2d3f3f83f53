import Button from '@atlaskit/button/new';
import type { ReleaseChoice, ReleaseView } from '../../../src/api/contract';
import { LEVELS, LevelBadge } from '../../issue-panel/src/level';
import { download } from '../../shared/download';
import { Moment } from '../../shared/moment';
import { exactTime, plural } from '../../shared/wording';
import { OF_ONE_TAB } from './address';
import { AddressLink } from './address-link';
import { ExportMenu } from './export-menu';
import { Failure } from './failure';
import { SnapshotContent } from './snapshot-content';
import { useSnapshot, type OpenedSnapshot as Opened } from './snapshot-queries';
import { hiddenWords, OCCASION } from './snapshot-words';

type Props = { choice: ReleaseChoice; id: string; view: ReleaseView };

/** One snapshot: what the release was then. */
export function OpenedSnapshot({ choice, id, view }: Props) {
  const { data, error, isFetching, refetch } = useSnapshot(choice, id);
  return (
    <>
      <p>
        <AddressLink change={OF_ONE_TAB}>All snapshots</AddressLink>
      </p>
      {!data && isFetching && (
        <p role="status" className="subtle">
          Looking up the snapshot…
        </p>
      )}
      {error &&
        (error.code === 'not-found' ? (
          <NoLongerKept />
        ) : (
          <Failure
            title="The snapshot could not be shown"
            message={error.message}
            isTrying={isFetching}
            onTryAgain={() => void refetch()}
          />
        ))}
      {data && !error && <Kept opened={data} choice={choice} view={view} />}
    </>
  );
}

const NoLongerKept = () => (
  <p role="alert">
    This snapshot is no longer kept. The settings of the project say how many of the newest are;
    those of sign-offs in force always stay.
  </p>
);

type KeptProps = { opened: Opened; choice: ReleaseChoice; view: ReleaseView };

function Kept({ opened, choice, view }: KeptProps) {
  const { snapshot, manifest, hidden, text } = opened;
  const { id, at, by, why, note, hash, decision, promotion, mode } = snapshot;
  return (
    <section className="comparison" aria-label={`Snapshot of ${exactTime(at)}`}>
      <h2 className="release-heading">{`${manifest.release.name}, ${exactTime(at)}: ${decision}`}</h2>
      <p>
        {`Taken by ${by} (${OCCASION[why]}), `}
        <Moment at={at} now={view.evidence.now} />
        {note !== null && (
          <>
            : “<bdi>{note}</bdi>”
          </>
        )}
        {` · ${mode === 'plan' ? 'plan' : 'audit'}, ${promotion.from} → ${promotion.to}`}
      </p>
      <ul className="change-counts" aria-label="Verdicts then">
        {LEVELS.map((level) => (
          <li key={level}>
            <strong>{manifest.issues.filter(({ verdict }) => verdict === level).length}</strong>{' '}
            <LevelBadge level={level} />
          </li>
        ))}
      </ul>
      <p className="subtle">
        Nothing of it ever changes. Its hash is <code className="hash">{hash}</code>
      </p>
      {hidden > 0 && <p className="subtle">{hiddenWords(hidden)}</p>}
      <div className="snapshot-acts">
        <Button
          spacing="compact"
          onClick={() => {
            download(`${fileNameOf(at)}.json`, text, 'application/json');
          }}
        >
          Download JSON
        </Button>
        <ExportMenu choice={choice} view={view} snapshot={id} />
        <AddressLink change={{ ...OF_ONE_TAB, before: id, after: 'now' }}>
          Compare with now
        </AddressLink>
        <span className="subtle">{plural(manifest.issues.length, 'issue')}</span>
      </div>
      <SnapshotContent manifest={manifest} gates={view.gates} />
    </section>
  );
}

/** `snapshot-2026-05-04-0900` */
const fileNameOf = (at: string): string =>
  `snapshot-${at.slice(0, 16).replace('T', '-').replace(':', '')}`;
