type Callback = (...values: unknown[]) => unknown;

export type Message =
  | { convoy: 'call'; id: number; command: string; payload: unknown }
  | { convoy: 'value'; id: number; value: unknown }
  | { convoy: 'error'; id: number; name: string; message: string };

/** One end of a conversation between two windows: commands, replies, and functions that are called across. */
export type Channel = {
  call: (command: string, payload?: unknown) => Promise<unknown>;
  receive: (message: unknown) => void;
};

type Handle = (command: string, payload: unknown) => unknown;
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const CALL_BACK = '@call-back';

/** Functions in a payload stay on their side; the other side gets one that calls back. */
export function openChannel(post: (message: Message) => void, handle: Handle): Channel {
  const waiting = new Map<number, Waiting>();
  const callbacks: Callback[] = [];
  const call: Channel['call'] = (command, payload) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      post({ convoy: 'call', id, command, payload: encode(payload, callbacks) });
    });

  async function answer(id: number, command: string, payload: unknown): Promise<void> {
    try {
      const value = await run(command, decode(payload, call));
      post({ convoy: 'value', id, value: encode(value, callbacks) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ convoy: 'error', id, name, message });
    }
  }

  function run(command: string, payload: unknown): unknown {
    if (command !== CALL_BACK) return handle(command, payload);
    const { index, values } = payload as { index: number; values: unknown[] };
    return callbacks[index]?.(...values);
  }

  function settle(message: Exclude<Message, { convoy: 'call' }>): void {
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.convoy === 'value') return waiter?.resolve(decode(message.value, call));
    const error = new Error(message.message);
    error.name = message.name;
    waiter?.reject(error);
  }

  return {
    call,
    receive: (message) => {
      if (!isMessage(message)) return;
      if (message.convoy === 'call') void answer(message.id, message.command, message.payload);
      else settle(message);
    },
  };
}

let nextId = 1;

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'convoy' in message;

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Walks arrays and plain objects; everything else is cloned by the browser. */
function walk(value: unknown, replace: (leaf: unknown) => unknown): unknown {
  const replaced = replace(value);
  if (replaced !== value) return replaced;
  if (Array.isArray(value)) return value.map((item) => walk(item, replace));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, replace)]));
}

const encode = (value: unknown, callbacks: Callback[]): unknown =>
  walk(value, (leaf) =>
    typeof leaf === 'function' ? { [CALL_BACK]: callbacks.push(leaf as Callback) - 1 } : leaf,
  );

const decode = (value: unknown, call: Channel['call']): unknown =>
  walk(value, (leaf) => {
    if (!isPlain(leaf) || !(CALL_BACK in leaf)) return leaf;
    const index = leaf[CALL_BACK];
    return (...values: unknown[]) => call(CALL_BACK, { index, values });
  });
