import Button from '@atlaskit/button/new';
import type { Finding, RepairPlace, Severity } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useDoctor } from './api';
import { FindingGroup } from './finding-group';
import { Loaded } from './loaded';
import { CONFIDENCE } from './suggestion-words';

type Props = { projectKey: string; onRepair: (place: RepairPlace) => void };

const SEVERITIES: readonly Severity[] = ['problem', 'warning', 'hint'];

/** What is wrong with a project's settings and evidence, the worst first, and the way to where it is repaired. */
export function DoctorTab({ projectKey, onRepair }: Props) {
  const doctor = useDoctor(projectKey);
  return (
    <section className="tab-body" aria-labelledby="doctor-heading">
      <div className="card-head">
        <div>
          <h3 id="doctor-heading">Doctor</h3>
          <p className="subtle">
            Looks at the saved settings and at what was read, and asks no code host. After a change,
            save, let the repositories be read, and look again.
          </p>
        </div>
        <div className="actions">
          <Button isDisabled={doctor.isFetching} onClick={() => void doctor.refetch()}>
            {doctor.isFetching ? 'Looking…' : 'Look again'}
          </Button>
        </div>
      </div>
      <Loaded query={doctor} what="what the doctor finds">
        {(findings) => <Findings findings={findings} onRepair={onRepair} />}
      </Loaded>
    </section>
  );
}

function Findings({ findings, onRepair }: Pick<Props, 'onRepair'> & { findings: Finding[] }) {
  const repairs = findings.filter(isRepair);
  const fitting = findings.filter((finding) => !isRepair(finding));
  const groups = SEVERITIES.map((severity) => ({
    severity,
    findings: repairs.filter((finding) => finding.severity === severity),
  })).filter((group) => group.findings.length > 0);

  return (
    <>
      <p role="status" className={groups.length === 0 ? 'sr-only' : undefined}>
        {groups.length === 0 ? 'Nothing to repair.' : summary(groups)}
      </p>
      {groups.length === 0 && (
        <p className="empty">
          <strong>Nothing to repair.</strong> Every repository is covered, read and described as far
          as the doctor can tell.
        </p>
      )}
      {groups.map((group) => (
        <FindingGroup key={group.severity} {...group} onRepair={onRepair} />
      ))}
      {fitting.map(({ message, confidence }) => (
        <p key={message} className="subtle">
          {confidence === null ? message : `${message} ${CONFIDENCE[confidence]}.`}
        </p>
      ))}
    </>
  );
}

/** That the route fits what was read is worth knowing, and nothing to do. */
const isRepair = ({ code }: Finding): boolean => code !== 'route-agrees';

/** `2 problems, 1 warning, 900 hints.` */
const summary = (groups: { severity: Severity; findings: Finding[] }[]): string =>
  `${groups
    .map(({ severity, findings }) =>
      plural(
        findings.reduce((sum, { count }) => sum + count, 0),
        severity,
      ),
    )
    .join(', ')}.`;
