const HEADERS = { 'content-type': 'application/json' };

/** JSON that is read once and as text, as @forge/kvs does; a stream for it takes longer than all the rest. */
export class TextAnswer extends Response {
  readonly #text: string;

  constructor(text: string, status: number) {
    super(null, { status, headers: HEADERS });
    this.#text = text;
  }

  override text(): Promise<string> {
    return Promise.resolve(this.#text);
  }
}
