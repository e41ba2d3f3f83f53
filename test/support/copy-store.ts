import { openStore, type PlatformStore } from '../../dev/runtime/store';

/** A store in memory that goes on from this one. Records are replaced and never changed, so both may hold them. */
export function copyStore({ kv, secrets, entities, queue, egress }: PlatformStore): PlatformStore {
  return Object.assign(openStore(null), {
    kv: new Map(kv),
    secrets: new Map(secrets),
    entities: new Map([...entities].map(([name, records]) => [name, new Map(records)])),
    queue: structuredClone(queue),
    egress,
  });
}
