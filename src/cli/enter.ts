/** Waits until Enter is pressed. @returns false once the input has ended, and nobody can press it any more */
export function enterPressed(input: NodeJS.ReadableStream): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (pressed: boolean): void => {
      // Still read from, the terminal would keep the program from ending.
      input.off('data', onData).off('end', onEnd).pause();
      resolve(pressed);
    };
    const onData = (): void => settle(true);
    const onEnd = (): void => settle(false);
    input.on('data', onData).on('end', onEnd).resume();
  });
}
