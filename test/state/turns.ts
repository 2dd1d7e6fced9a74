/** The answer, and how often others got their turn before it. */
export async function turnsDuring<T>(work: () => Promise<T>, each: () => void = () => undefined): Promise<[T, number]> {
  let turns = 0;
  let over = false;
  const count = (): void => {
    if (over) return;
    turns++;
    each();
    setImmediate(count);
  };
  setImmediate(count);
  const answer = await work();
  over = true;
  return [answer, turns];
}
