/** Who may do what can't be told from what is set up: the message is for whoever runs the service. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
}
