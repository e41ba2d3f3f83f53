import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import type { ReleaseChoice, ReleaseView, VersionView } from '../../../src/api/contract';
import { Moment } from '../../shared/moment';
import { ExportMenu } from './export-menu';
import { Lifecycle } from './lifecycle';
import { PromotionPicker } from './promotion-picker';
import { ScopeForm } from './scope-form';
import { useOpening } from './use-opening';
import { VersionPicker } from './version-picker';

type Props = {
  choice: ReleaseChoice;
  versions: VersionView[];
  view: ReleaseView | null;
  isAsking: boolean;
  onReload: () => void;
};

/** Which release, which promotion, plan or audit; how fresh the answer is. */
export function ReleaseBar({ choice, versions, view, isAsking, onReload }: Props) {
  const scope = useOpening();
  return (
    <header className="bar">
      <div className="bar-row">
        <Title choice={choice} name={view?.name ?? choice.version} />
        <VersionPicker choice={choice} versions={versions} more={scope} />
        {view && <AboutAnswer view={view} choice={choice} />}
        <Button iconBefore={RefreshIcon} spacing="compact" isDisabled={isAsking} onClick={onReload}>
          {isAsking ? 'Asking…' : 'Reload'}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {isAsking && view ? 'Asking again. The last answer is still shown.' : ''}
      </span>
      {scope.isOpen && (
        <ScopeForm projectKey={choice.projectKey} versions={versions} onClose={scope.close} />
      )}
    </header>
  );
}

function AboutAnswer({ view, choice }: { view: ReleaseView; choice: ReleaseChoice }) {
  return (
    <>
      <PromotionPicker view={view} />
      <span className="bar-space" />
      <Lifecycle view={view} choice={choice} />
      <Freshness view={view} />
      <ExportMenu choice={choice} view={view} />
    </>
  );
}

/** Of one version the picker says the name. */
function Title({ choice: { also, jql }, name }: { choice: ReleaseChoice; name: string }) {
  const isSaid = also === undefined && jql === undefined;
  return (
    <h1 className={isSaid ? 'sr-only' : 'release-title'}>
      <span className="sr-only">Release </span>
      {name}
    </h1>
  );
}

const HASH_SHOWN = 6;

function Freshness({ view: { evidence } }: { view: ReleaseView }) {
  const { complete, asOf, now, hash } = evidence;
  return (
    <p className="subtle bar-fresh">
      {complete ? '✓ evidence complete' : '△ evidence incomplete'}
      {' · '}
      {asOf === null ? (
        'not all repositories were read yet'
      ) : (
        <>
          as of <Moment at={asOf} now={now} />
        </>
      )}
      {' · '}
      <code title={`Hash of the evidence: ${hash}`}>{`#${hash.slice(0, HASH_SHOWN)}`}</code>
    </p>
  );
}
