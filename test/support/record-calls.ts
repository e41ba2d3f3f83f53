import type { Ports } from '../../src/ports/ports';

/** The same ports, with the name of every call written down. */
export function recordCalls(ports: Ports, calls: string[]): Ports {
  const record = (target: object, name: string): object =>
    new Proxy(target, {
      get: (own, key) => {
        const value: unknown = Reflect.get(own, key);
        const path = `${name}${String(key)}`;
        if (typeof value === 'object' && value !== null) return record(value, `${path}.`);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          calls.push(path);
          return Reflect.apply(value, own, args);
        };
      },
    });
  return record(ports, '') as Ports;
}
