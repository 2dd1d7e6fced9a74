/** What was recorded from this page last. */
export interface Receipt {
  readonly id: string;
  readonly position: number;
  /** The last position before anything of it. */
  readonly before: number;
  /** A day on which it changed something; undefined if there is none. */
  readonly day: string | undefined;
}

let last: Receipt | undefined;

export const keepReceipt = (receipt: Receipt): void => {
  last = receipt;
};

export const receiptOf = (id: string): Receipt | undefined => (last?.id === id ? last : undefined);
