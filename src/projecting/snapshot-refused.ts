/** A snapshot of views that can't be started from, and why; the message is for a person. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
}
