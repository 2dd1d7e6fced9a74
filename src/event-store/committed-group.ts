/** What became of the appends that shared one transaction of the log. */
export interface CommittedGroup {
  readonly stored: number;
  /** Refused alone, because their stream had moved on. */
  readonly refused: number;
  /** Lost with the whole transaction. */
  readonly failed: number;
  readonly events: number;
  /** Of the whole transaction. */
  readonly seconds: number;
  /** Of its end alone: until everything was safely on disk. */
  readonly syncSeconds: number;
}
