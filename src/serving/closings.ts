type Closing = () => Promise<void> | void;

/** Takes what has to be closed, once it is open. */
export type OnClose = (closing: Closing) => void;

/** Starts something, to be closed in reverse order: also what a start that fails half way has opened. */
export async function started<S>(
  start: (onClose: OnClose) => Promise<S>,
): Promise<S & { readonly close: () => Promise<void> }> {
  const closings: Closing[] = [];
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= closeAll(closings.reverse());
    return closed;
  };
  try {
    return { ...(await start((closing) => closings.push(closing))), close };
  } catch (error) {
    // What can't be closed either is no news beside that.
    await close().catch(() => undefined);
    throw error;
  }
}

/** All of them, whatever becomes of one. @throws the first failure, in the end */
async function closeAll(closings: readonly Closing[]): Promise<void> {
  const failures: unknown[] = [];
  for (const closing of closings) {
    try {
      await closing();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
