import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import type { ProjectSettings } from '../../../src/api/contract';
import { placeOf } from './field';
import { TextField } from './text-field';

type Freeze = ProjectSettings['freeze'][number];
type Props = { windows: Freeze[]; onChange: (windows: Freeze[]) => void };

/** Periods in which nothing ships. */
export function FreezeFields({ windows, onChange }: Props) {
  const change = (index: number, part: Partial<Freeze>) => {
    onChange(windows.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };

  return (
    <fieldset className="choice">
      <legend>Freeze windows</legend>
      <p className="subtle">
        {windows.length === 0
          ? 'None: nothing keeps a release from shipping on any day.'
          : 'Nothing ships on these days, the first and the last included.'}
      </p>
      {windows.map(({ name, from, to }, index) => (
        <div key={index} className="edit-row">
          <TextField
            label="Name"
            of={`of freeze window ${index + 1}`}
            place={placeOf('freeze', index, 'name')}
            value={name}
            onChange={(text) => {
              change(index, { name: text });
            }}
          />
          <TextField
            label="From"
            of={`of freeze window ${index + 1}`}
            type="date"
            place={placeOf('freeze', index, 'from')}
            value={from}
            onChange={(day) => {
              change(index, { from: day });
            }}
          />
          <TextField
            label="To"
            of={`of freeze window ${index + 1}`}
            type="date"
            place={placeOf('freeze', index, 'to')}
            value={to}
            onChange={(day) => {
              change(index, { to: day });
            }}
          />
          <IconButton
            icon={DeleteIcon}
            appearance="subtle"
            label={`Remove ${name || `freeze window ${index + 1}`}`}
            onClick={() => {
              onChange(windows.toSpliced(index, 1));
            }}
          />
        </div>
      ))}
      <div>
        <Button
          onClick={() => {
            onChange([...windows, { name: '', from: '', to: '' }]);
          }}
        >
          Add freeze window
        </Button>
      </div>
    </fieldset>
  );
}
