import type {
  CompositionChunk,
  CompositionEnd,
  CompositionQuestion,
} from '../../src/domain/release/composition';
import type {
  CompositionHeader,
  CompositionStore,
  OpenComposition,
} from '../../src/ports/composition-store';

export type HeldCompositions = {
  headers: Map<string, CompositionHeader>;
  questions: Map<string, CompositionQuestion>;
  chunks: Map<string, CompositionChunk>;
  ends: Map<string, CompositionEnd>;
  open: Map<string, OpenComposition[]>;
};

export const noCompositions = (): HeldCompositions => ({
  ...{ headers: new Map(), questions: new Map(), chunks: new Map() },
  ...{ ends: new Map(), open: new Map() },
});

/** Compositions in maps. */
export function createInMemoryCompositions(
  { headers, questions, chunks, ends, open }: HeldCompositions = noCompositions(),
): CompositionStore {
  return {
    findHeader: (id) => Promise.resolve(headers.get(id)),
    changeHeader: (id, change) => {
      const next = change(headers.get(id) ?? { made: null, running: null });
      headers.set(id, next);
      return Promise.resolve(next);
    },
    findQuestion: (id, run) => Promise.resolve(questions.get(`${id} ${run}`)),
    saveQuestion: (id, run, question) => {
      questions.set(`${id} ${run}`, question);
      return Promise.resolve();
    },
    findChunks: (id, run, nths) => {
      const there = nths.flatMap((nth) => chunks.get(`${id} ${run} ${nth}`) ?? []);
      return Promise.resolve(there.length === nths.length ? there : undefined);
    },
    saveChunk: (id, { run, nth }, chunk) => {
      chunks.set(`${id} ${run} ${nth}`, chunk);
      return Promise.resolve();
    },
    findEnd: (id, run) => Promise.resolve(ends.get(`${id} ${run}`)),
    saveEnd: (id, run, end) => {
      ends.set(`${id} ${run}`, end);
      return Promise.resolve();
    },
    forgetRun: (id, run, count) => {
      for (let nth = 0; nth < count; nth += 1) chunks.delete(`${id} ${run} ${nth}`);
      ends.delete(`${id} ${run}`);
      questions.delete(`${id} ${run}`);
      return Promise.resolve();
    },
    listOpen: (projectKey) => Promise.resolve(open.get(projectKey) ?? []),
    changeOpen: (projectKey, change) => {
      open.set(projectKey, change(open.get(projectKey) ?? []));
      return Promise.resolve();
    },
  };
}
