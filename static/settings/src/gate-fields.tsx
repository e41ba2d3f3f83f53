import type { ProjectSettings } from '../../../src/api/contract';
import { Field, placeOf } from './field';
import { TextField } from './text-field';

type Gates = ProjectSettings['gates'];
type GateId = keyof Gates;
type Gate = NonNullable<Gates[GateId]>;
type Severity = NonNullable<Gate['severity']>;
type Props = { gates: Gates; onChange: (gates: Gates) => void };

/** In the order in which they are asked. What could not be read is never shipped: two cannot be signals. */
const GATES: readonly { id: GateId; name: string; isFixed: boolean }[] = [
  { id: 'scope', name: 'Scope', isFixed: true },
  { id: 'evidence', name: 'Evidence', isFixed: true },
  { id: 'issues', name: 'Issues', isFixed: false },
  { id: 'dependencies', name: 'Dependencies', isFixed: false },
  { id: 'manual-steps', name: 'Manual steps', isFixed: false },
  { id: 'checks', name: 'Checks', isFixed: false },
  { id: 'sign-offs', name: 'Sign-offs', isFixed: false },
  { id: 'freeze', name: 'Freeze', isFixed: false },
];
const SEVERITIES: readonly Severity[] = ['critical', 'major', 'minor'];

/** Which gates keep a release from shipping, how bad it is when one fails, and who sees to it. */
export const GateFields = ({ gates, onChange }: Props) => (
  <fieldset className="choice">
    <legend>Gates</legend>
    <p className="subtle">
      A required gate that fails keeps a release from shipping; a signal is told and stops nothing.
    </p>
    {GATES.map(({ id, name, isFixed }) => (
      <GateRow
        key={id}
        id={id}
        name={name}
        isFixed={isFixed}
        gate={gates[id] ?? {}}
        onChange={(gate) => {
          onChange(withGate(gates, id, gate));
        }}
      />
    ))}
  </fieldset>
);

type RowProps = {
  id: GateId;
  name: string;
  isFixed: boolean;
  gate: Gate;
  onChange: (gate: Gate) => void;
};

function GateRow({ id, name, isFixed, gate, onChange }: RowProps) {
  const of = `of the gate ${name}`;
  const { required, severity, ...rest } = gate;
  return (
    <div className="edit-row gate-row" role="group" aria-label={name}>
      <strong className="gate-row-name">{name}</strong>
      <Field label="It is" of={of} place={placeOf('gates', id, 'required')}>
        {(attributes) => (
          <select
            id={attributes.id}
            aria-describedby={attributes['aria-describedby']}
            className="select"
            disabled={isFixed}
            value={required === false ? 'signal' : 'required'}
            onChange={({ target }) => {
              onChange({
                ...rest,
                ...(severity && { severity }),
                ...(target.value === 'signal' && { required: false }),
              });
            }}
          >
            <option value="required">required</option>
            <option value="signal">a signal</option>
          </select>
        )}
      </Field>
      <Field label="Severity" of={of} place={placeOf('gates', id, 'severity')}>
        {(attributes) => (
          <select
            id={attributes.id}
            aria-describedby={attributes['aria-describedby']}
            className="select"
            value={severity ?? ''}
            onChange={({ target }) => {
              const chosen = SEVERITIES.find((one) => one === target.value);
              onChange({
                ...rest,
                ...(required !== undefined && { required }),
                ...(chosen && { severity: chosen }),
              });
            }}
          >
            <option value="">as usual</option>
            {SEVERITIES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label="Owner"
        of={of}
        place={placeOf('gates', id, 'owner')}
        value={gate.owner ?? ''}
        placeholder="nobody named"
        onChange={(text) => {
          const { owner: _, ...others } = gate;
          onChange({ ...others, ...(text !== '' && { owner: text }) });
        }}
      />
    </div>
  );
}

/** A gate of which nothing is decided is left out. */
function withGate(gates: Gates, id: GateId, gate: Gate): Gates {
  const { [id]: _, ...others } = gates;
  return Object.keys(gate).length === 0 ? others : { ...others, [id]: gate };
}
