/** A small generator of numbers from 0 to 1, the same for the same seed: figures of a demonstration can be talked about. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
