import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import type { ProjectSettings } from '../../../src/api/contract';
import { Field, placeOf } from './field';
import { TextField } from './text-field';

type Link = ProjectSettings['dependencyLinks'][number];
type Props = { links: Link[]; onChange: (links: Link[]) => void };

/** Jira's links that mean "needs the other first". */
export function LinkFields({ links, onChange }: Props) {
  const change = (index: number, part: Partial<Link>) => {
    onChange(links.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };

  return (
    <fieldset className="choice">
      <legend>Jira links that mean “needs the other issue first”</legend>
      {links.map(({ type, direction }, index) => (
        <div key={index} className="edit-row">
          <TextField
            label="Link type"
            of={`of link ${index + 1}`}
            place={placeOf('dependencyLinks', index, 'type')}
            value={type}
            onChange={(text) => {
              change(index, { type: text });
            }}
          />
          <Field
            label="The issue that is needed"
            of={`for link ${index + 1}`}
            place={placeOf('dependencyLinks', index, 'direction')}
          >
            {({ id }) => (
              <select
                id={id}
                className="select"
                value={direction}
                onChange={({ target }) => {
                  change(index, { direction: target.value === 'inward' ? 'inward' : 'outward' });
                }}
              >
                <option value="outward">is where the link points to</option>
                <option value="inward">is where the link comes from</option>
              </select>
            )}
          </Field>
          <IconButton
            icon={DeleteIcon}
            appearance="subtle"
            label={`Remove link ${type || index + 1}`}
            onClick={() => {
              onChange(links.toSpliced(index, 1));
            }}
          />
        </div>
      ))}
      <div>
        <Button
          onClick={() => {
            onChange([...links, { type: '', direction: 'outward' }]);
          }}
        >
          Add link type
        </Button>
      </div>
    </fieldset>
  );
}
