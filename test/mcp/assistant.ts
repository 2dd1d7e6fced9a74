import { type CallToolResult, Client, type ClientOptions, type Transport } from '@modelcontextprotocol/client';

/** The revisions that assistants speak: of 2025, and the one after. */
export const ERAS = ['legacy', { pin: '2026-07-28' }] as const;

/** What a tool answered. */
export interface Told {
  readonly text: string;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

/** An assistant of the official SDK. */
export class Assistant {
  readonly client: Client;

  constructor(mode: NonNullable<ClientOptions['versionNegotiation']>['mode'] = 'legacy') {
    this.client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  }

  async connected(transport: Transport): Promise<this> {
    await this.client.connect(transport);
    return this;
  }

  async call(name: string, sent: Readonly<Record<string, unknown>>): Promise<Told> {
    const {
      content,
      structuredContent,
      isError = false,
    } = (await this.client.callTool({
      name,
      arguments: sent,
    })) as CallToolResult;
    const text = content.map((each) => (each.type === 'text' ? each.text : '')).join('\n');
    return { text, answer: (structuredContent ?? {}) as Told['answer'], isError };
  }
}
