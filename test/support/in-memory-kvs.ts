import type { kvs } from '@forge/kvs';

type PlainAndSecret = Pick<
  typeof kvs,
  'get' | 'set' | 'delete' | 'getSecret' | 'setSecret' | 'deleteSecret'
>;

/** Forge's key-value storage in two maps; values make the JSON round trip. `failAt` kills the nth write from now. */
export type InMemoryKvs = PlainAndSecret & {
  plain: Map<string, string>;
  secrets: Map<string, string>;
  writes: string[];
  failAt(write: number, error: Error): void;
};

export function createInMemoryKvs(): InMemoryKvs {
  const plain = new Map<string, string>();
  const secrets = new Map<string, string>();
  const writes: string[] = [];
  let failure: { left: number; error: Error } | null = null;

  const write = (key: string, apply: () => void): Promise<void> => {
    if (failure) {
      failure.left -= 1;
      if (failure.left === 0) return Promise.reject(failure.error);
    }
    writes.push(key);
    apply();
    return Promise.resolve();
  };
  const read = (map: Map<string, string>, key: string): Promise<unknown> => {
    const text = map.get(key);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  };
  const put = (map: Map<string, string>, key: string, value: unknown): Promise<void> =>
    write(key, () => map.set(key, JSON.stringify(value)));
  const remove = (map: Map<string, string>, key: string): Promise<void> =>
    write(key, () => map.delete(key));

  const methods = {
    get: (key: string) => read(plain, key),
    set: (key: string, value: unknown) => put(plain, key, value),
    delete: (key: string) => remove(plain, key),
    getSecret: (key: string) => read(secrets, key),
    setSecret: (key: string, value: unknown) => put(secrets, key, value),
    deleteSecret: (key: string) => remove(secrets, key),
  } as PlainAndSecret;
  const failAt = (left: number, error: Error): void => {
    failure = { left, error };
  };
  return { ...methods, plain, secrets, writes, failAt };
}
