type Closing = () => Promise<void> | void;

/** Takes what has to be closed, once it is open. */
export type OnClose = (closing: Closing) => void;

/** Starts something, to be closed in reverse order: also what a start that fails half way has opened. */
export async function started<S>(
  start: (onClose: OnClose) => Promise<S>,
): Promise<S & { readonly close: () => Promise<void> }> {
  const closings: Closing[] = [];
  const close = async (): Promise<void> => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return { ...(await start((closing) => closings.push(closing))), close };
  } catch (error) {
    await close();
    throw error;
  }
}
