export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** Which node of a cluster leads, as every node sees it. Without a leader no node serves anything. */
export class Membership {
  readonly #members: Endpoint[] = [];
  readonly #dead = new Set<number>();
  #leader: number | undefined;

  add(endpoint: Endpoint): void {
    this.#members.push(endpoint);
    this.#leader ??= endpoint.port;
  }

  get members(): readonly Endpoint[] {
    return this.#members;
  }

  get leader(): Endpoint | undefined {
    return this.#members.find((member) => member.port === this.#leader);
  }

  elect(port: number | undefined): void {
    this.#leader = port;
  }

  setAlive(port: number, alive: boolean): void {
    if (alive) this.#dead.delete(port);
    else this.#dead.add(port);
  }

  isAlive(port: number): boolean {
    return !this.#dead.has(port);
  }
}
