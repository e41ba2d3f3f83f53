import type {
  CompositionChunk,
  CompositionEnd,
  CompositionQuestion,
} from '../domain/release/composition';

/** Judging that is under way: `step` chunks of it are stored. */
export type RunningComposition = {
  run: string;
  step: number;
  total: number;
  /** Issues that had to be judged so far; what held of the judgement before was kept. */
  judged: number;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** When its last chunk was stored, or it began. */
  movedAt: string;
};

/** What there is of a composition. It names runs whose records were written before it; nothing else counts. */
export type CompositionHeader = {
  /** The newest that is whole. */
  made: { run: string; chunks: number; madeAt: string } | null;
  running: RunningComposition | null;
};

/** A composition that people looked at, by what has to be judged again when evidence changes. */
export type OpenComposition = { id: string; openedAt: string; queuedAt: string };

/**
 * Stored judgements of releases. What another version of Convoy wrote counts as absent; so does what
 * nobody wrote again for a month.
 */
export type CompositionStore = {
  findHeader(id: string): Promise<CompositionHeader | undefined>;
  /** `change` sees the newest header and runs again when somebody was faster; gives the header as it is then. */
  changeHeader(
    id: string,
    change: (header: CompositionHeader) => CompositionHeader,
  ): Promise<CompositionHeader>;
  findQuestion(id: string, run: string): Promise<CompositionQuestion | undefined>;
  saveQuestion(id: string, run: string, question: CompositionQuestion): Promise<void>;
  /** Chunks by their numbers, from 0; `undefined` when one of them is not there. */
  findChunks(
    id: string,
    run: string,
    nths: readonly number[],
  ): Promise<CompositionChunk[] | undefined>;
  saveChunk(id: string, at: { run: string; nth: number }, chunk: CompositionChunk): Promise<void>;
  findEnd(id: string, run: string): Promise<CompositionEnd | undefined>;
  saveEnd(id: string, run: string, end: CompositionEnd): Promise<void>;
  /** Deletes the records of a run that no header names any more. */
  forgetRun(id: string, run: string, chunks: number): Promise<void>;
  /** Compositions of unreleased versions of a project that were looked at last. */
  listOpen(projectKey: string): Promise<OpenComposition[]>;
  changeOpen(
    projectKey: string,
    change: (open: OpenComposition[]) => OpenComposition[],
  ): Promise<void>;
};
