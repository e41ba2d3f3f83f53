type Option<Value extends string> = { value: Value; label: string; help?: string };

type Props<Value extends string> = {
  legend: string;
  name: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
};

/** One of a few, all in sight. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { legend, name, value, options, onChange } = props;
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>
            {option.label}
            {option.help !== undefined && <span className="subtle">{` ${option.help}`}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
